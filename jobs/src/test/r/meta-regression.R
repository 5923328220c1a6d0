# Golden numbers of MetaRegressionTest and InfluenceTest: metafor 3.8-1, run to convergence.
library(metafor)
options(digits = 15)
tight <- list(threshold = 1e-13, maxiter = 1e5)
bcg <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
# Far from zero a year costs metafor the last digits: centred, and the intercept moved back in the test.
bcg$year <- bcg$year - 1963
show <- function(title, fit) {
  cat("\n##", title, "\n")
  print(unlist(fit[c("tau2", "se.tau2", "QE", "QEp", "I2", "H2", "R2", "QM", "QMp")]))
  print(cbind(fit$beta, fit$se, fit$zval, fit$pval, fit$ci.lb, fit$ci.ub))
  print(logLik(fit))
}
for (method in c("REML", "ML", "DL", "EE")) {
  for (test in if (method == "EE") "z" else c("z", "knha", "adhoc")) {
    show(paste(method, test, "~ ablat + year"),
         rma(yi, vi, mods = ~ ablat + year, data = bcg, method = method, test = test, control = tight))
  }
}
show("REML z ~ 1", rma(yi, vi, data = bcg, control = tight))
show("REML knha ~ ablat", rma(yi, vi, mods = ~ ablat, data = bcg, test = "knha", control = tight))
fit <- rma(yi, vi, mods = ~ ablat, data = bcg, test = "knha", control = tight)
print(as.data.frame(predict(fit, newmods = c(10, 44))), digits = 12)
print(confint(fit, control = list(tol = 1e-14))$random, digits = 12)
print(confint(rma(yi, vi, data = bcg, control = tight), control = list(tol = 1e-14))$random, digits = 12)
inf <- influence(fit)
print(as.data.frame(inf$inf), digits = 12)
fit <- rma(yi, vi, mods = ~ ablat + year, data = bcg, test = "knha", control = tight)
print(as.data.frame(influence(fit)$inf), digits = 12)
print(range(blup(rma(yi, vi, data = bcg, control = tight))$pred))

small <- bcg[c(1, 4, 5, 7, 9, 11), ]
cat("\n## permutest, exact, six trials\n")
fit <- rma(yi, vi, mods = ~ ablat, data = small, test = "knha", control = tight)
p <- permutest(fit, exact = TRUE, progbar = FALSE); print(c(p$pval, p$exact.iter))
small$half <- ifelse(small$ablat > 30, 1, 0)
fit <- rma(yi, vi, mods = ~ half, data = small, control = tight)
p <- permutest(fit, exact = TRUE, progbar = FALSE); print(c(p$pval, p$exact.iter))
fit <- rma(yi, vi, data = small, control = tight)
p <- permutest(fit, exact = TRUE, progbar = FALSE); print(c(p$pval, p$exact.iter))

cat("\n## correlated effects\n")
V <- outer(1:13, 1:13, function(i, j) 0.4^abs(i - j)) * sqrt(bcg$vi %o% bcg$vi)
fit <- rma.mv(yi, V, mods = ~ ablat, random = ~ 1 | trial, data = bcg, test = "t",
              control = list(optimizer = "BFGS", reltol = 1e-15))
print(fit$sigma2); print(cbind(fit$beta, fit$se)); print(logLik(fit)); print(c(fit$QE, fit$QM, fit$QMp))

weeks <- within(dat.raudenbush1985, weeks <- pmin(weeks, 3))
show("Raudenbush EE", rma(yi, vi, data = weeks, method = "EE"))
fit <- rma(yi, vi, data = weeks, control = tight); show("Raudenbush RE", fit); print(as.data.frame(predict(fit)), digits = 12)
print(range(blup(fit)$pred))
show("Raudenbush ~ weeks", rma(yi, vi, mods = ~ weeks, data = weeks, control = tight))
