# Times of R on data of the same shape as in regression.ts, in milliseconds, best of three (one for the long table).
suppressMessages(requireNamespace("stats"))
best <- function(n, work) { times <- sapply(seq_len(n), function(i) system.time(work())[["elapsed"]]); 1000 * min(times) }
shape <- function(rows, columns) {
  x <- cbind(1, matrix(rnorm(rows * (columns - 1)), rows))
  y <- rbinom(rows, 4, plogis(drop(x %*% c(-1, rep(c(0.1, -0.1, 0), length.out = columns - 1)))))
  list(x = x, y = cbind(y, 4 - y))
}
set.seed(1)
small <- shape(7043, 24); cells <- shape(5000, 20); long <- shape(1e6, 20)
group <- rep(1:200, length.out = 5000)
full <- glm.fit(cells$x, cells$y, family = binomial())
jackknife <- function() sapply(1:200, function(g) {
  keep <- group != g
  coef(glm.fit(cells$x[keep, ], cells$y[keep, ], family = binomial(), start = coef(full)))
})
cat(sprintf('{"small":%.2f,"long":%.0f,"jackknife":%.0f,"leastSquares":%.0f}\n',
  best(3, function() glm.fit(small$x, small$y, family = binomial())),
  best(1, function() glm.fit(long$x, long$y, family = binomial())),
  best(1, jackknife),
  best(1, function() .lm.fit(long$x, long$y[, 1]))))
