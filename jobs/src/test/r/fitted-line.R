# Golden numbers of FittedLineTest: the line of a meta-regression and its confidence band.
library(metafor)
data <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
fit <- rma(yi, vi, mods = ~ablat, data = data, test = "knha", control = list(threshold = 1e-12))
cat(sprintf("%.15f", c(fit$tau2, coef(fit)[2], fit$se[2], fit$ci.lb[2], fit$ci.ub[2])), "\n")
line <- predict(fit, newmods = c(10, 35, 60))
print(data.frame(x = c(10, 35, 60), y = line$pred, low = line$ci.lb, high = line$ci.ub), digits = 15)
write.csv(data.frame(x = data$ablat, y = sprintf("%.15f", data$yi), se = sprintf("%.15f", sqrt(data$vi))), row.names = FALSE)
