# Golden numbers of variances from replicates, by R's survey package:
#   Rscript jobs/src/test/r/replicates.R FOLDER
# from the root of the checkout writes sample.csv (synthetic: 8 strata of two clusters, with columns of replicate weights),
# coefficients.csv, tests.csv and predictions.csv for ReplicateRegressionTest, estimates.csv and regressions.csv of calibrated
# replicates with the tables of their totals, and crosstab.csv and crosstab-tests.csv. Made with R 4.2.2, survey 4.1-1.
suppressMessages(library(survey))
out <- commandArgs(trailingOnly = TRUE)[1]
examples <- "jobs/src/test/resources/examples"
save <- function(table, name) {
  numbers <- sapply(table, is.double)
  table[numbers] <- lapply(table[numbers], function(x) ifelse(is.na(x), "", sprintf("%.15g", x)))
  write.csv(table, file.path(out, name), row.names = FALSE, quote = FALSE, na = "")
}

set.seed(20261129)
strata <- 8
clusters <- data.frame(stratum = rep(seq_len(strata), each = 2), psu = rep(1:2, strata))
clusters$effect <- rnorm(nrow(clusters), 0, 0.4)
rows <- clusters[rep(seq_len(nrow(clusters)), times = sample(24:36, nrow(clusters), TRUE)), ]
n <- nrow(rows)
data <- data.frame(
  stratum = rows$stratum, psu = rows$psu, w = round(exp(rnorm(n, 3.5, 0.4)), 2), age = sample(15:49, n, TRUE),
  wealth = sample(c("poor", "middle", "rich"), n, TRUE), residence = sample(c("rural", "urban"), n, TRUE, c(0.4, 0.6)))
data$group <- as.character(cut(data$age, c(14, 24, 34, 49), c("15-24", "25-34", "35-49")))
eta <- -0.8 + 0.02 * (data$age - 30) + 0.6 * (data$wealth == "poor") + 0.3 * (data$residence == "rural") + rows$effect
data$violence <- rbinom(n, 1, plogis(eta))
data$children <- rpois(n, exp(eta / 2 + 0.5))
data$income <- round(exp(rnorm(n, 6 - eta / 3, 0.5)), 1)
data$severity <- findInterval(eta + rlogis(n), c(-1.5, -0.2, 1)) + 1
# A part of the country without a cluster of a stratum.
data$zone <- ifelse(data$stratum > 5 | data$stratum == 2 & data$psu == 1, "far", "near")
data$violence[sample(n, 20)] <- NA
data$income[sample(n, 15)] <- NA
data$wages <- ifelse(is.na(data$income), 400, data$income)
whole <- function(by) svydesign(~psu, strata = ~stratum, weights = by, data = data, nest = TRUE)
columns <- function(design, name) {
  weights <- round(weights(design, "analysis"), 6)
  colnames(weights) <- paste0(name, seq_len(ncol(weights)))
  weights
}
data <- cbind(
  data, columns(as.svrepdesign(whole(~w), type = "BRR"), "brr"), columns(as.svrepdesign(whole(~w), type = "Fay", fay.rho = 0.3), "fay"),
  columns(as.svrepdesign(whole(~w), type = "subbootstrap", replicates = 30), "boot"))
save(data, "sample.csv")
data <- read.csv(file.path(out, "sample.csv"), na.strings = "")

file <- function(name, type, ...) svrepdesign(
  weights = ~w, repweights = paste0("^", name, "[0-9]+$"), data = data, type = type, combined.weights = TRUE, ...)
clus1 <- read.csv(file.path(examples, "apiclus1.csv"))
strat <- read.csv(file.path(examples, "apistrat.csv"))
scd <- read.csv(file.path(examples, "scd.csv"))
halves <- 2 * cbind(c(1, 0, 1, 0, 1, 0), c(1, 0, 0, 1, 0, 1), c(0, 1, 1, 0, 0, 1), c(0, 1, 0, 1, 1, 0))
designs <- list(
  brr = file("brr", "BRR"), fay = file("fay", "Fay", rho = 0.3), bootstrap = file("boot", "bootstrap"),
  jkn = as.svrepdesign(whole(~w), type = "JKn"), jk1 = as.svrepdesign(svydesign(~I(10 * stratum + psu), weights = ~w, data = data), type = "JK1"),
  apiclus1 = as.svrepdesign(svydesign(~dnum, weights = ~pw, fpc = ~fpc, data = clus1), type = "JK1"),
  apistrat = as.svrepdesign(svydesign(~snum, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strat), type = "JKn"),
  scd = svrepdesign(data = scd, weights = rep(1, 6), repweights = halves, type = "BRR", combined.weights = TRUE))

# Fits that go on from where they ended: glm stops where the deviance does.
exact <- function(x, y, weights, family, offset, start) {
  for (again in 1:8) {
    start <- suppressWarnings(glm.fit(x, y, weights / sum(weights), start = start, offset = offset, family = family,
      control = glm.control(epsilon = 1e-15, maxit = 100)))$coefficients
  }
  start
}
# svyglm's own fit, with coefficients and their covariance converged.
converged <- function(formula, design, family) {
  fit <- suppressWarnings(svyglm(formula, design, family = family, control = glm.control(epsilon = 1e-15, maxit = 100)))
  for (again in 1:6) {
    start <- coef(fit)
    fit <- suppressWarnings(svyglm(formula, design, family = family, start = start, control = glm.control(epsilon = 1e-15, maxit = 100)))
  }
  used <- fit$survey.design
  x <- model.matrix(fit)
  y <- fit$y
  offset <- if (is.null(fit$offset)) rep(0, nrow(x)) else fit$offset
  beta <- exact(x, y, weights(used, "sampling"), family, offset, coef(fit))
  replicates <- t(apply(weights(used, "analysis"), 2, function(w) exact(x[w > 0, , drop = FALSE], y[w > 0], w[w > 0], family, offset[w > 0], beta)))
  v <- survey:::svrVar(replicates, used$scale, used$rscales, mse = used$mse, coef = beta)
  stopifnot(max(abs(beta - coef(fit))) < 1e-6, max(abs(sqrt(diag(v)) / SE(fit) - 1)) < 1e-4)
  fit$coefficients <- beta
  fit$cov.unscaled <- v
  fit
}

binary <- function(link) quasibinomial(link)
models <- list(
  list("brr", "", "logistic", violence ~ age + wealth * residence, binary("logit")),
  list("brr", "", "linear", income ~ age + wealth, gaussian()),
  list("brr", "urban", "logistic", violence ~ age + wealth, binary("logit")),
  list("fay", "", "poisson", children ~ wealth + age, quasipoisson()),
  list("fay", "", "probit", violence ~ age + wealth, binary("probit")),
  list("bootstrap", "", "cloglog", violence ~ age + wealth, binary("cloglog")),
  list("bootstrap", "", "linear", income ~ age + residence, gaussian()),
  list("jkn", "", "logistic", violence ~ age + wealth, binary("logit")),
  list("jkn", "rural", "linear", income ~ age + wealth, gaussian()),
  list("jk1", "", "poisson", children ~ wealth + age, quasipoisson()),
  list("jkn", "near", "logistic", violence ~ age, binary("logit")),
  list("bootstrap", "near", "linear", income ~ age, gaussian()),
  list("apiclus1", "", "linear", api00 ~ ell + api99, gaussian()),
  list("apistrat", "", "linear", api00 ~ enroll + stype, gaussian()),
  list("scd", "", "linear", alive ~ arrests, gaussian()))
coefficients <- tests <- margins <- NULL
for (number in seq_along(models)) {
  model <- models[[number]]
  design <- designs[[model[[1]]]]
  if (model[[2]] != "") design <- subset(design, residence == model[[2]] | zone == model[[2]])
  fit <- converged(model[[4]], design, model[[5]])
  text <- deparse(model[[4]], width.cutoff = 500)
  coefficients <- rbind(coefficients, data.frame(
    model = number, design = model[[1]], part = model[[2]], family = model[[3]], formula = text, name = names(coef(fit)),
    estimate = unname(coef(fit)), standard_error = unname(sqrt(diag(vcov(fit)))), df = fit$df.residual,
    covariance_with_first = unname(vcov(fit)[1, ])))
  for (term in attr(terms(fit), "term.labels")) {
    q <- sum(attr(model.matrix(fit), "assign") == match(term, attr(terms(fit), "term.labels")))
    wald <- regTermTest(fit, term, method = "Wald")
    working <- regTermTest(fit, term, method = "WorkingWald", lrt.approximation = "satterthwaite")
    lambda <- Re(working$lambda)
    tests <- rbind(tests, data.frame(
      model = number, term = term, f = c(wald$Ftest), df1 = wald$df, df2 = wald$ddf, p_value = c(wald$p),
      rao_scott_f = c(working$chisq) / sum(lambda), rao_scott_df1 = sum(lambda)^2 / sum(lambda^2), rao_scott_p = c(working$p)))
  }
  # The mean prediction at each wealth, and its error (svypredmeans): the sample's, by replicates, and the fit's.
  if ("wealth" %in% all.vars(model[[4]])) {
    used <- fit$survey.design
    w <- weights(used, "sampling")
    at <- lapply(c("middle", "poor", "rich"), function(level) {
      frame <- used$variables
      frame$wealth <- level
      model.matrix(delete.response(terms(fit)), frame, xlev = fit$xlevels)
    })
    values <- sapply(at, function(x) fit$family$linkinv(drop(x %*% coef(fit))))
    gradients <- t(sapply(at, function(x) colSums(w * fit$family$mu.eta(drop(x %*% coef(fit))) * x) / sum(w)))
    means <- svymean(values, used)
    v <- unname(attr(means, "var")) + gradients %*% vcov(fit) %*% t(gradients)
    margins <- rbind(margins, data.frame(
      model = number, level = c("middle", "poor", "rich"), estimate = as.vector(means), standard_error = sqrt(diag(v)),
      covariance_with_first = v[1, ]))
  }
}

# Ordinal logistic regression as survey::svyolr defines it: Newton's method in each replicate, the information by differences.
design <- designs$brr
x <- model.matrix(severity ~ age + wealth, data)[, -1]
y <- data$severity
q <- max(y) - 1
scores <- function(p) {
  zeta <- c(-Inf, p[1:q], Inf)
  eta <- drop(x %*% p[-(1:q)])
  upper <- zeta[y + 1] - eta
  lower <- zeta[y] - eta
  thresholds <- outer(y, 1:q, "==") * dlogis(upper) - outer(y - 1, 1:q, "==") * dlogis(lower)
  cbind(thresholds, -x * (dlogis(upper) - dlogis(lower))) / (plogis(upper) - plogis(lower))
}
ordinal <- function(w) {
  gradient <- function(p) colSums(w * scores(p))
  information <- function(p) {
    h <- 1e-3 / pmax(1, c(rep(1, q), apply(abs(x), 2, max)))
    -sapply(seq_along(p), function(j) {
      e <- replace(numeric(length(p)), j, h[j])
      d <- function(k) (gradient(p + k * e) - gradient(p - k * e)) / (2 * k * h[j])
      (64 * d(1) - 20 * d(2) + d(4)) / 45
    })
  }
  p <- c(qlogis((1:q) / (q + 1)), rep(0, ncol(x)))
  for (step in 1:30) p <- p + solve(information(p), gradient(p))
  p
}
p <- ordinal(weights(design, "sampling"))
v <- survey:::svrVar(t(apply(weights(design, "analysis"), 2, ordinal)), design$scale, design$rscales, mse = design$mse, coef = p)
coefficients <- rbind(coefficients, data.frame(
  model = length(models) + 1, design = "brr", part = "", family = "ordinal", formula = "severity ~ age + wealth",
  name = c(paste(1:q, 1:q + 1, sep = "|"), colnames(x)), estimate = p, standard_error = sqrt(diag(v)), df = degf(design) - ncol(x),
  covariance_with_first = v[1, ]))
save(coefficients, "coefficients.csv")
save(tests, "tests.csv")
save(margins, "predictions.csv")

# Calibrated replicates: each is calibrated to the totals.
cells <- round(xtabs(w ~ group + residence, data) * rbind(c(1.25, 1.1), c(0.95, 1.2), c(1.05, 0.85)))
size <- sum(cells)
wages <- round(size * 1.04 * with(data, weighted.mean(wages, w)))
by <- function(margin) data.frame(variable = names(dimnames(margin)), level = names(margin), total = as.vector(margin))
groups <- margin.table(cells, 1)
residences <- margin.table(cells, 2)
frame <- as.data.frame(cells)
save(data.frame(variable = "group:residence", level = paste(frame$group, frame$residence, sep = ":"), total = frame$Freq), "cells.csv")
save(rbind(by(groups), by(residences)), "margins.csv")
save(rbind(by(groups), by(residences), data.frame(variable = "wages", level = "", total = wages)), "margins-wages.csv")
population <- c("(Intercept)" = size, "group25-34" = groups[[2]], "group35-49" = groups[[3]], residenceurban = residences[[2]], wages = wages)
formula <- ~group + residence + wages
epsilon <- 1e-13
calibrated <- list(
  poststratify = function(d) postStratify(d, ~group + residence, cells),
  rake = function(d) rake(d, list(~group, ~residence), list(groups, residences), control = list(maxit = 2000, epsilon = epsilon)),
  linear = function(d) calibrate(d, formula, population, compress = FALSE),
  linear_bounds = function(d) calibrate(d, formula, population, bounds = c(0.5, 2), epsilon = epsilon, maxit = 300, compress = FALSE),
  logit = function(d) calibrate(d, formula, population, calfun = "logit", bounds = c(0.3, 3), epsilon = epsilon, maxit = 300, compress = FALSE))
estimates <- regressions <- NULL
for (way in names(calibrated)) {
  for (name in c("brr", "fay", "bootstrap", "jkn", "jk1")) {
    # Half samples and draws leave too few rows for bounds.
    if (way %in% c("linear_bounds", "logit") && name %in% c("brr", "bootstrap")) next
    d <- update(calibrated[[way]](designs[[name]]), national = "00")
    for (domains in c("national", "residence")) for (domain in sort(unique(d$variables[[domains]]))) {
      own <- subset(d, d$variables[[domains]] == domain)
      add <- function(outcome, statistic, e) estimates <<- rbind(estimates, data.frame(
        way, design = name, outcome, statistic, by = domains, domain, estimate = coef(e)[[1]], standard_error = SE(e)[[1]]))
      add("income", "mean", svymean(~income, own, na.rm = TRUE))
      add("violence", "proportion", svymean(~violence, own, na.rm = TRUE))
      add("violence", "total", svytotal(~violence, own, na.rm = TRUE))
      add("income/age", "ratio", svyratio(~income, ~age, own, na.rm = TRUE))
    }
    for (part in c("", "urban")) {
      own <- if (part == "") d else subset(d, residence == part)
      fit <- converged(violence ~ age + wealth, own, binary("logit"))
      regressions <- rbind(regressions, data.frame(
        way, design = name, part, coefficient = seq_along(coef(fit)), estimate = unname(coef(fit)),
        standard_error = unname(sqrt(diag(vcov(fit)))), df = fit$df.residual))
    }
  }
}
save(estimates, "estimates.csv")
save(regressions, "regressions.csv")

# Crosstabs: shares of cells, and Rao and Scott's tests.
cells <- independence <- NULL
for (name in c("brr", "fay", "jkn")) for (part in c("all", "urban")) {
  here <- !is.na(data$violence) & (part == "all" | data$residence == "urban")
  for (row in c("middle", "poor", "rich")) for (column in 0:1) for (of in c("total", "row", "column")) {
    in_row <- data$wealth == row
    in_column <- here & data$violence == column
    base <- here & switch(of, total = TRUE, row = in_row, column = in_column)
    d <- update(designs[[name]], a = as.numeric(in_row & in_column), b = as.numeric(base))
    share <- svyratio(~a, ~b, d)
    cells <- rbind(cells, data.frame(design = name, part, row, column, of, estimate = coef(share)[[1]], standard_error = SE(share)[[1]]))
  }
  table <- subset(designs[[name]], here)
  for (kind in c("F", "Chisq")) {
    test <- svychisq(~wealth + violence, table, statistic = kind)
    value <- if (kind == "Chisq") qchisq(test$p.value, 2, lower.tail = FALSE) else test$statistic[[1]]
    independence <- rbind(independence, data.frame(
      design = name, part, kind = c(F = "rao_scott", Chisq = "rao_scott_first_order")[[kind]], statistic = value, df1 = test$parameter[[1]],
      df2 = if (kind == "F") test$parameter[[2]] else NA, p_value = test$p.value[[1]]))
  }
}
save(cells, "crosstab.csv")
save(independence, "crosstab-tests.csv")
