# Reference values of test/oracles/survival.real.test.ts: Rscript survival-real.R <folder of the data files>
library(survival)
library(cmprsk)
options(digits = 12)
folder <- commandArgs(TRUE)[1]
read <- function(name) read.csv(file.path(folder, name))
show <- function(name, value) cat(name, format(unname(value), digits = 10), "\n")

lung <- read("surv_lung.csv")
s <- survfit(Surv(time, status) ~ 1, data = lung, conf.type = "log-log")
t <- summary(s, times = c(100, 200, 365, 500))
show("lung S", t$surv); show("lung low", t$lower); show("lung high", t$upper)
m <- coxph(Surv(time, status) ~ age + sex + ph.ecog, data = lung)
show("lung se", sqrt(diag(vcov(m)))); show("lung zph", cox.zph(m)$table[, 1]); show("lung C", m$concordance[6:7])
show("lung cluster se", sqrt(diag(vcov(coxph(Surv(time, status) ~ age + sex + ph.ecog, data = lung, cluster = inst)))))
show("lung logrank strata", survdiff(Surv(time, status) ~ sex + strata(inst), data = lung)$chisq)

telco <- read("ibm_telco_churn.csv")
telco$y <- telco$Churn == "Yes"
formula <- Surv(tenure, y) ~ SeniorCitizen + Partner + Dependents + PaperlessBilling + MonthlyCharges + Contract + PaymentMethod + InternetService
m <- coxph(formula, data = telco)
show("telco beta", coef(m)); show("telco se", sqrt(diag(vcov(m)))); show("telco loglik", m$loglik)
show("telco zph", cox.zph(m, terms = FALSE)$table[, 1]); show("telco C", m$concordance[6:7])

lapse <- read("cas_uslapseagent.csv")
cause <- ifelse(lapse$surrender == 1, 1, ifelse(lapse$death == 1, 2, ifelse(lapse$other == 1, 3, 0)))
f <- timepoints(cuminc(lapse$duration, cause, cencode = 0), c(4, 8, 16, 32))
show("lapse n", c(nrow(lapse), table(cause)))
for (k in 1:3) { show(paste("lapse", k), f$est[k, ]); show(paste("lapse se", k), sqrt(f$var[k, ])) }
