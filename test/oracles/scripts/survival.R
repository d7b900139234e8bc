# Reference values of test/oracles/survival.test.ts. R survival 3.5, cmprsk 2.2 (Debian 12): Rscript survival.R
library(survival)
library(cmprsk)
options(digits = 12)
treated <- c(6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35)
treatedEnd <- c(1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0)
control <- c(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
time <- c(treated, control)
end <- c(treatedEnd, rep(1, 21))
group <- rep(0:1, each = 21)
# Invented columns, by rule, so that they need no typing: delayed entry, stratum, second covariate, cause, cluster.
i <- seq_along(time) - 1
entry <- ifelse(time > 4, floor(time / 4), 0)
stratum <- i %% 2
second <- (i * 7) %% 5
cause <- ifelse(end == 1, 1 + (i %% 3 == 0), 0)
cluster <- i %/% 3
show <- function(name, value) cat(name, format(unname(value), digits = 10), "\n")

s <- summary(survfit(Surv(time, end) ~ 1, subset = group == 0, conf.type = "log-log"), times = c(6, 10, 22))
show("KM", s$surv); show("KM se", s$std.err); show("KM low", s$lower); show("KM high", s$upper)
s <- summary(survfit(Surv(entry, time, end) ~ 1, conf.type = "log-log"), times = c(3, 8, 15))
show("delayed KM", s$surv); show("delayed low", s$lower); show("delayed high", s$upper)
show("NA", summary(survfit(Surv(time, end) ~ 1, subset = group == 0, stype = 2), times = c(6, 10, 22))$cumhaz)
show("NA se", summary(survfit(Surv(time, end) ~ 1, subset = group == 0, stype = 2), times = c(6, 10, 22))$std.chaz)
for (g in 0:1) show(paste("median", g), summary(survfit(Surv(time, end) ~ 1, subset = group == g, conf.type = "log-log"))$table[7:9])
show("RMST 0", summary(survfit(Surv(time, end) ~ 1, subset = group == 0), rmean = 20)$table[5:6])
show("RMST 1", summary(survfit(Surv(time, end) ~ 1, subset = group == 1), rmean = 20)$table[5:6])
show("logrank", survdiff(Surv(time, end) ~ group)$chisq)
show("logrank expected", survdiff(Surv(time, end) ~ group)$exp)
show("logrank strata", survdiff(Surv(time, end) ~ group + strata(stratum))$chisq)
show("logrank 3 groups", survdiff(Surv(time, end) ~ I(i %% 3))$chisq)
f <- cuminc(time, cause, cencode = 0)
t <- timepoints(f, c(5, 10, 20))
show("CIF 1", t$est[1, ]); show("CIF 2", t$est[2, ]); show("CIF var 1", t$var[1, ]); show("CIF var 2", t$var[2, ])
m <- survfit(Surv(entry, time, factor(cause)) ~ 1, id = seq_along(time))
show("delayed CIF", summary(m, times = c(5, 10, 20))$pstate[, 2])

fits <- list(
  efron = coxph(Surv(time, end) ~ group + second),
  breslow = coxph(Surv(time, end) ~ group + second, ties = "breslow"),
  delayed = coxph(Surv(entry, time, end) ~ group + second + strata(stratum)),
  weighted = coxph(Surv(entry, time, end) ~ group + second, weights = 1 + i %% 3, robust = FALSE),
  clustered = coxph(Surv(entry, time, end) ~ group + second, weights = 1 + i %% 3, cluster = cluster),
  breslowClustered = coxph(Surv(time, end) ~ group + second, ties = "breslow", cluster = cluster)
)
for (name in names(fits)) {
  m <- fits[[name]]
  show(name, coef(m)); show(paste(name, "se"), sqrt(diag(vcov(m)))); show(paste(name, "loglik"), m$loglik)
  show(paste(name, "score"), m$score); show(paste(name, "wald"), m$wald.test)
  z <- cox.zph(m); show(paste(name, "zph"), z$table[, 1])
  show(paste(name, "zph identity"), cox.zph(m, transform = "identity")$table[, 1])
  k <- concordance(m); show(paste(name, "concordance"), c(k$concordance, sqrt(k$var)))
}
