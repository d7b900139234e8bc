# Numbers of test/oracles/regression-r.test.ts. Debian: r-cran-sandwich, r-cran-aer, r-cran-brglm.
# The data come from whole-number formulas, so that both languages have the very same rows.
suppressMessages({ library(sandwich); library(AER); library(brglm); library(splines) })
i <- 1:60
x <- (7 * i) %% 11
z <- (5 * i) %% 7
g <- ceiling(i / 6)
y <- 1 + 0.5 * x - 0.3 * z + ((i * i) %% 13) / 4 + (g %% 3)
b <- as.numeric(((i * i + 3 * i) %% 17) < 4 + 0.6 * x)
k <- (i * i + x) %% 6
show <- function(name, ...) cat(name, format(c(...), digits = 10), "\n")
m <- lm(y ~ x + z)
show("lm", coef(m))
show("HC1", sqrt(diag(vcovHC(m, "HC1"))))
show("HC3", sqrt(diag(vcovHC(m, "HC3"))))
show("CR1", sqrt(diag(vcovCL(m, g, type = "HC1"))))
l <- glm(b ~ x + z, binomial)
show("logit", coef(l), logLik(l))
show("logit se", sqrt(diag(vcov(l))))
show("logit cluster", sqrt(diag(vcovCL(l, g, type = "HC0", cadjust = TRUE))))
show("logit robust", sqrt(diag(sandwich(l))))
p <- glm(k ~ x + z, poisson)
show("poisson", coef(p))
show("poisson cluster", sqrt(diag(vcovCL(p, g, type = "HC0", cadjust = TRUE))))
show("poisson robust", sqrt(diag(sandwich(p))))
rare <- as.numeric(i %% 12 == 0 & x > 3)
f <- brglm(rare ~ x, binomial, pl = FALSE)
show("firth", coef(f), sqrt(diag(vcov(f))))
s <- lm(y ~ ns(x, knots = c(3, 6), Boundary.knots = c(0, 10)))
show("spline fitted", fitted(s)[1:4], sigma(s))
v <- ivreg(y ~ x + z | b + z)
show("iv", coef(v)[2], sqrt(vcovHC(v, "HC1")[2, 2]), sqrt(vcovCL(v, g, type = "HC1")[2, 2]))
first <- lm(x ~ b + z)
show("first stage F", coef(first)[2]^2 / vcovHC(first, "HC1")[2, 2])
t <- 0:59
its <- lm(y ~ t + I(t >= 30) + I(pmax(t - 30, 0)))
show("newey west", coef(its)[3:4], sqrt(diag(NeweyWest(its, lag = 3, prewhite = FALSE, adjust = TRUE)))[3:4])
