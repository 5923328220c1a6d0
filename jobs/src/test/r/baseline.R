# Golden numbers of BaselineRegressionTest. The first example is that of van Houwelingen, Arends and
# Stijnen (2002), section 5 (ML: variances 2.4073 and 1.4314, slope 0.7300, intercept -1.8437).
library(metafor)
options(digits = 13)
d <- to.long(measure = "OR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.colditz1994)
d$group <- factor(d$group, levels = c(2, 1), labels = c("CON", "EXP"))
d <- escalc(measure = "PLO", xi = out1, mi = out2, data = d)
fit <- rma.mv(yi, vi, mods = ~ group - 1, random = ~ group | trial, struct = "UN", data = d,
              method = "ML", cvvc = "varcov", control = list(rel.tol = 1e-12, hessianCtrl = list(r = 8, d = 0.001)))
print(fit$G); print(logLik(fit))
print(as.data.frame(matreg(y = 2, x = 1, R = fit$G, cov = TRUE, means = coef(fit), V = fit$vvc)$tab), digits = 8)

# Eighteen regions with a moderator: level and change, whose errors are correlated.
k <- 18
i <- 1:k
x <- round(50 + 40 * sin(1.7 * i), 1)
v1 <- 3 + (i %% 5); v2 <- 4 + (i %% 3); c12 <- 0.2 * sqrt(v1 * v2)
p1 <- round(55 + 7 * cos(2.3 * i) + 0.05 * x, 2)
p2 <- round(p1 * 0.7 + 13 - 0.04 * x + 6 * sin(5.1 * i), 2)
s <- function(p) {  # restricted likelihood of (level, change), written out
  G <- matrix(c(p[1], p[2] * p[1], p[2] * p[1], p[2]^2 * p[1] + p[3]), 2)
  V <- matrix(0, 2 * k, 2 * k); X <- matrix(0, 2 * k, 4); y <- numeric(2 * k)
  for (r in 1:k) {
    at <- 2 * r - 1:0
    V[at, at] <- G + matrix(c(v1[r], c12[r] - v1[r], c12[r] - v1[r], v1[r] + v2[r] - 2 * c12[r]), 2)
    X[at[1], 1:2] <- X[at[2], 3:4] <- c(1, x[r]); y[at] <- c(p1[r], p2[r] - p1[r])
  }
  W <- solve(V); M <- t(X) %*% W %*% X; b <- solve(M, t(X) %*% W %*% y); e <- y - X %*% b
  ll <- -0.5 * ((2 * k - 4) * log(2 * pi) + determinant(V)$modulus + determinant(M)$modulus -
                determinant(crossprod(X))$modulus + t(e) %*% W %*% e)
  structure(-as.numeric(ll), b = b, vb = solve(M))
}
o <- optim(c(40, -0.3, 5), s, method = "Nelder-Mead", control = list(reltol = 1e-16, maxit = 5000))
o <- optim(o$par, s, method = "BFGS", control = list(reltol = 1e-16, ndeps = rep(1e-5, 3), parscale = c(40, .3, 5)))
H <- numDeriv::hessian(s, o$par)
cat("sigma2 beta tau2", o$par, "se(beta)", sqrt(solve(H)[2, 2]), "logLik", -o$value, "\n")
f <- s(o$par); b <- attr(f, "b"); L <- cbind(-o$par[2] * diag(2), diag(2))
vb <- L %*% attr(f, "vb") %*% t(L) + b[1:2] %o% b[1:2] * solve(H)[2, 2]
print(cbind(b[3:4] - o$par[2] * b[1:2], sqrt(diag(vb))))
cat("x", x, "\np1", p1, "\np2", p2, "\n")
