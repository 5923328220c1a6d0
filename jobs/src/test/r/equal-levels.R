# Golden numbers of EqualLevelsTest: a slope at equal first levels, its line at the mean first level, and changes that
# agree far better than their sampling errors allow.
suppressMessages(library(metafor))
options(digits = 15)
exact <- list(threshold = 1e-13, maxiter = 1e5)

# The regions of baseline.R: level and change, whose errors are correlated.
k <- 18
i <- 1:k
x <- round(50 + 40 * sin(1.7 * i), 1)
v1 <- 3 + (i %% 5); v2 <- 4 + (i %% 3); c12 <- 0.2 * sqrt(v1 * v2)
p1 <- round(55 + 7 * cos(2.3 * i) + 0.05 * x, 2)
p2 <- round(p1 * 0.7 + 13 - 0.04 * x + 6 * sin(5.1 * i), 2)
published <- rma(p2, v2, mods = ~ x + p1, test = "adhoc", control = exact)
print(coef(summary(published)), digits = 15)
line <- predict(published, newmods = rbind(c(0, mean(p1)), c(50, mean(p1))))
cat("published", line$pred - mean(p1), line$se, published$tau2, "\n")

# The true level: coefficients and covariance as baseline.R finds them, and the line at the mean first level.
s <- function(p) {
  G <- matrix(c(p[1], p[2] * p[1], p[2] * p[1], p[2]^2 * p[1] + p[3]), 2)
  V <- matrix(0, 2 * k, 2 * k); X <- matrix(0, 2 * k, 4); y <- numeric(2 * k)
  for (r in 1:k) {
    at <- 2 * r - 1:0
    V[at, at] <- G + matrix(c(v1[r], c12[r] - v1[r], c12[r] - v1[r], v1[r] + v2[r] - 2 * c12[r]), 2)
    X[at[1], 1:2] <- X[at[2], 3:4] <- c(1, x[r]); y[at] <- c(p1[r], p2[r] - p1[r])
  }
  W <- solve(V); M <- t(X) %*% W %*% X; b <- solve(M, t(X) %*% W %*% y); e <- y - X %*% b
  ll <- -0.5 * (determinant(V)$modulus + determinant(M)$modulus + t(e) %*% W %*% e)
  structure(-as.numeric(ll), b = b, vb = solve(M))
}
o <- optim(c(40, -0.3, 5), s, method = "Nelder-Mead", control = list(reltol = 1e-16, maxit = 5000))
o <- optim(o$par, s, method = "BFGS", control = list(reltol = 1e-16, ndeps = rep(1e-5, 3), parscale = c(40, .3, 5)))
H <- numDeriv::hessian(s, o$par)
f <- s(o$par); b <- attr(f, "b"); beta <- o$par[2]
at <- function(z) {
  row <- c(1, z)
  gradient <- c(-beta * row, row)
  c(sum(row * (b[3:4] - beta * b[1:2])) + beta * mean(p1),
    sqrt(t(gradient) %*% attr(f, "vb") %*% gradient + (mean(p1) - sum(row * b[1:2]))^2 * solve(H)[2, 2]))
}
cat("true", at(0), at(50), "\n")

# Twenty-five regions whose changes hardly differ: Q is far below its degrees of freedom.
i <- 1:25
coverage <- 300 + 100 * cos(1.7 * i)
change <- -2 + 0.1 * sin(i)
for (test in c("knha", "adhoc", "z")) {
  fit <- rma(change, 9, mods = ~coverage, test = test, control = exact)
  cat(test, fit$QE, fit$b[2], fit$se[2], fit$pval[2], fit$ci.lb[2], fit$ci.ub[2], "\n")
}
