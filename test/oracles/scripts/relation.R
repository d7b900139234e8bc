# Reference numbers for test/oracles/relation.test.ts, base R only, on R's own data set `attitude`
# (Chatterjee & Price 1977, Regression Analysis by Example, pp. 68-70; 30 departments, 7 questions).
for (name in names(attitude)) cat(name, ": [", paste(attitude[[name]], collapse = ", "), "]\n")
print(cor.test(attitude$rating, attitude$complaints)$estimate, digits = 12)
print(cor.test(attitude$rating, attitude$complaints)$conf.int, digits = 12)
rho <- cor(attitude$rating, attitude$raises, method = "spearman")
half <- qnorm(.975) * sqrt((1 + rho^2 / 2) / (30 - 3))
print(c(rho, tanh(atanh(rho) + c(-1, 1) * half)), digits = 12)
k <- ncol(attitude)
print(k / (k - 1) * (1 - sum(diag(var(attitude))) / var(rowSums(attitude))), digits = 12)
# LMG by brute force over all 6! orders of entry.
predictors <- setdiff(names(attitude), "rating")
r2 <- function(set) if (length(set) == 0) 0 else summary(lm(reformulate(set, "rating"), attitude))$r.squared
permutations <- function(v) if (length(v) == 1) list(v) else
  do.call(c, lapply(seq_along(v), function(i) lapply(permutations(v[-i]), function(p) c(v[i], p))))
orders <- permutations(predictors)
cache <- new.env()
value <- function(set) {
  key <- paste(sort(set), collapse = " "); if (key == "") return(0)
  if (is.null(cache[[key]])) cache[[key]] <- r2(sort(set))
  cache[[key]]
}
gain <- sapply(predictors, function(p) mean(sapply(orders, function(o) {
  before <- o[seq_len(match(p, o) - 1)]
  value(c(before, p)) - value(before)
})))
print(gain, digits = 12)
print(r2(predictors), digits = 12)
