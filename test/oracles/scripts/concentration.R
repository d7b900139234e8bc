# Concentration index, its standard error as published by Kakwani, Wagstaff & van Doorslaer (1997, eq. 14 and the
# grouped form of appendix A), and the Gini coefficient by mean absolute difference. Base R only.
concentration <- function(y, x) {
  n <- length(y)
  groups <- split(y, x)
  size <- sapply(groups, length); f <- size / n
  mu_t <- sapply(groups, mean); mu <- mean(y)
  s2 <- sapply(groups, function(g) mean((g - mean(g))^2))
  R <- cumsum(f) - f / 2
  C <- 2 / mu * sum(f * mu_t * R) - 1
  q <- cumsum(mu_t * f) / mu; q0 <- c(0, head(q, -1))
  a <- mu_t / mu * (2 * R - 1 - C) + 2 - q0 - q
  v <- (sum(f * a^2) - (1 + C)^2) / n + sum(f * s2 * (2 * R - 1 - C)^2) / (n * mu^2)
  c(C = C, se = sqrt(v), absolute = C * mu)
}
income <- c(541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261)
y <- c(3, 0, 5, 2, 8, 1, 9, 4, 12, 7, 2, 6)
x <- c(1, 1, 2, 3, 3, 3, 4, 5, 5, 6, 7, 8)
print(concentration(y, x), digits = 12)
print(concentration(income, income), digits = 12)
gini <- function(v) mean(abs(outer(v, v, "-"))) / (2 * mean(v))
print(gini(income), digits = 12)
