# Golden numbers of AssociationLineTest and AssociationRowTest: the line of a meta-regression with its confidence band and
# variances, and the weight, leverage and Cook's distance of each point.
library(metafor)
data <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
fit <- rma(yi, vi, mods = ~ablat, data = data, test = "knha", control = list(threshold = 1e-13, maxiter = 1e5))
print(coef(fit), digits = 15)
print(vcov(fit), digits = 15)
line <- predict(fit, newmods = c(10, 35, 60))
print(data.frame(x = c(10, 35, 60), y = line$pred, low = line$ci.lb, high = line$ci.ub), digits = 15)
print(as.data.frame(influence(fit)$inf)[, c("weight", "hat", "cook.d")], digits = 15)
