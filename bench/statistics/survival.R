# Times of the peer, seconds per call: Rscript survival.R <telecom file>. Output: name and best of repeated calls.
suppressMessages(library(survival))
telco <- read.csv(commandArgs(TRUE)[1])
telco$y <- telco$Churn == "Yes"
formula <- Surv(tenure, y) ~ SeniorCitizen + Partner + Dependents + PaperlessBilling + MonthlyCharges + Contract + PaymentMethod + InternetService
fit <- coxph(formula, data = telco)
time <- function(call, n = 15) min(sapply(seq_len(n), function(i) system.time(call())[["elapsed"]]))
cat("cox", time(function() coxph(formula, data = telco)), "\n")
cat("zph", time(function() cox.zph(fit, terms = FALSE)), "\n")
cat("km", time(function() for (i in 1:10) survfit(Surv(tenure, y) ~ 1, data = telco)) / 10, "\n")
cat("logrank", time(function() for (i in 1:10) survdiff(Surv(tenure, y) ~ Contract, data = telco)) / 10, "\n")
