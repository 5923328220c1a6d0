# Golden numbers of regressions on complex samples, by R's survey package:
#   Rscript regression.R FOLDER
# writes sample.csv (synthetic: 720 rows in 8 strata), coefficients.csv and tests.csv for RegressionTest.
suppressMessages(library(survey))
out <- commandArgs(trailingOnly = TRUE)[1]
set.seed(20201)

psus <- data.frame(stratum = rep(c(101:106, 107, 108), c(7, 6, 8, 5, 9, 6, 1, 4)))
psus$psu <- ave(psus$stratum, psus$stratum, FUN = seq_along)
psus$effect <- rnorm(nrow(psus), 0, 0.4)
rows <- psus[rep(seq_len(nrow(psus)), length.out = 720), ]
n <- nrow(rows)
data <- data.frame(
  stratum = rows$stratum, psu = rows$psu, w = round(rexp(n, 1 / 300) + 20, 3),
  fpc = c(40, 35, 60, 50, 45, 44, 30, 38)[rows$stratum - 100],
  age = sample(15:49, n, TRUE), year = sample(2009:2024, n, TRUE), x = round(rnorm(n, 50, 12), 4),
  wealth = sample(c("poorest", "poor", "middle", "rich"), n, TRUE, c(0.3, 0.3, 0.25, 0.15)),
  residence = ifelse(runif(n) < 0.6, 1, 2), exposure = round(runif(n, 0.5, 3), 3))
eta <- -1.2 + 0.02 * (data$age - 30) + 0.6 * (data$wealth == "poorest") + 0.3 * (data$residence == 2) + rows$effect
data$violence <- rbinom(n, 1, plogis(eta))
data$children <- rpois(n, data$exposure * exp(eta / 2))
data$income <- round(800 + 14 * data$x + 90 * data$residence - 200 * eta + rnorm(n, 0, 150), 2)
data$log_exposure <- log(data$exposure)
data$violence[sample(n, 25)] <- NA
data$age[sample(n, 10)] <- NA
data$wealth[sample(n, 10)] <- NA
data$w[sample(n, 6)] <- 0
data$severity <- findInterval(eta + rlogis(n), c(-1, 0.2, 1.5)) + 1
data$severity[sample(n, 20)] <- NA
write.csv(data, file.path(out, "sample.csv"), row.names = FALSE, na = "", quote = FALSE)
data <- read.csv(file.path(out, "sample.csv"), na.strings = "")

# Terms that Quipu names so.
poly <- function(x, degree) outer(x, seq_len(degree), "^")
rcs <- function(x, ...) {
  t <- c(...)
  k <- length(t)
  cube <- function(d) pmax(d, 0)^3
  cbind(x, sapply(seq_len(k - 2), function(j)
    (cube(x - t[j]) + ((t[k - 1] - t[j]) * cube(x - t[k]) - (t[k] - t[j]) * cube(x - t[k - 1])) / (t[k] - t[k - 1])) /
      (t[k] - t[1])^2))
}
factor <- function(x, ref = NULL) {
  f <- if (is.factor(x)) x else base::factor(x)
  if (is.null(ref)) f else stats::relevel(f, as.character(ref))
}

stratified <- function(fpc = NULL) svydesign(~psu, strata = ~stratum, weights = ~w, fpc = fpc, data = data, nest = TRUE)
designs <- list(
  certainty = list(stratified(), "certainty"), adjust = list(stratified(), "adjust"), average = list(stratified(), "average"),
  fpc = list(stratified(~fpc), "certainty"),
  clusters = list(svydesign(~I(stratum * 100 + psu), weights = ~w, data = data), "fail"),
  rows = list(svydesign(~1, strata = ~stratum, weights = ~w, data = data), "fail"),
  rural = list(subset(stratified(), residence == 2), "certainty"))
binary <- function(link) quasibinomial(link)
models <- list(
  list("certainty", "linear", income ~ x + wealth * factor(residence), gaussian()),
  list("certainty", "logistic", violence ~ poly(age, 2) + wealth * factor(residence), binary("logit")),
  list("certainty", "poisson", children ~ wealth + rcs(age, 20, 30, 42) + offset(log_exposure), quasipoisson()),
  list("certainty", "poisson", violence ~ wealth + factor(residence, ref = 2), quasipoisson()),
  list("certainty", "probit", violence ~ age + wealth, binary("probit")),
  list("certainty", "cloglog", violence ~ age + wealth, binary("cloglog")),
  list("certainty", "logistic", violence ~ wealth:year + wealth, binary("logit")),
  list("certainty", "linear", income ~ wealth * year, gaussian()),
  list("adjust", "logistic", violence ~ age + wealth, binary("logit")),
  list("average", "logistic", violence ~ age + wealth, binary("logit")),
  list("fpc", "logistic", violence ~ age + wealth, binary("logit")),
  list("clusters", "logistic", violence ~ age + wealth, binary("logit")),
  list("rows", "logistic", violence ~ age + wealth, binary("logit")),
  list("rural", "logistic", violence ~ age + wealth, binary("logit")),
  list("certainty", "linear", log(income) ~ I((age - 30)/10) + wealth, gaussian()),
  list("certainty", "logistic", violence ~ (log(age) + wealth + factor(residence))^2 - log(age):wealth + I(x^2), binary("logit")),
  list("certainty", "poisson", children ~ sqrt(x):wealth + log2(age) + offset(log(exposure)), quasipoisson()))

coefficients <- tests <- NULL
for (number in seq_along(models)) {
  model <- models[[number]]
  design <- designs[[model[[1]]]]
  options(survey.lonely.psu = design[[2]])
  fit <- svyglm(model[[3]], design = design[[1]], family = model[[4]], control = glm.control(epsilon = 1e-12, maxit = 100))
  # On from where it ended: glm stops where the deviance does, and keeps the weights of the step before its last.
  for (again in 1:6) {
    start <- coef(fit)
    fit <- svyglm(model[[3]], design = design[[1]], family = model[[4]], start = start, control = glm.control(epsilon = 1e-15, maxit = 100))
  }
  formula <- gsub("\"", "", paste(deparse(model[[3]], width.cutoff = 500), collapse = ""))
  table <- coef(summary(fit))
  interval <- confint(fit)
  coefficients <- rbind(coefficients, data.frame(
    model = number, design = model[[1]], family = model[[2]], formula = formula, name = rownames(table), estimate = table[, 1],
    standard_error = table[, 2], df = fit$df.residual, p_value = table[, 4], low = interval[, 1], high = interval[, 2],
    covariance_with_first = vcov(fit)[1, ]))
  for (term in attr(terms(fit), "term.labels")) {
    # The term as R names it, not as a formula: that would be parsed anew.
    wald <- regTermTest(fit, term, method = "Wald")
    working <- regTermTest(fit, term, method = "WorkingWald", lrt.approximation = "satterthwaite")
    lambda <- Re(working$lambda)
    tests <- rbind(tests, data.frame(
      model = number, term = term, f = c(wald$Ftest), df1 = wald$df, df2 = wald$ddf, p_value = c(wald$p),
      rao_scott_f = c(working$chisq) / sum(lambda), rao_scott_df1 = sum(lambda)^2 / sum(lambda^2), rao_scott_p = c(working$p)))
  }
}
save <- function(table, name) {
  numbers <- sapply(table, is.double)
  table[numbers] <- lapply(table[numbers], function(x) sprintf("%.15g", x))
  write.csv(table, file.path(out, name), row.names = FALSE)
}
save(coefficients, "coefficients.csv")
save(tests, "tests.csv")

# Ordinal logistic regressions, as survey::svyolr defines them (it stops too early for 1e-8): Newton's method on the
# weighted likelihood, the information by differences of the score, svyrecvar of the scores.
ordinal <- NULL
for (each in list(list("certainty", severity ~ age + wealth * factor(residence)), list("rows", severity ~ x + wealth + offset(log_exposure)))) {
  design <- designs[[each[[1]]]]
  options(survey.lonely.psu = design[[2]])
  used <- subset(design[[1]], complete.cases(data[all.vars(each[[2]])]) & w > 0)
  frame <- model.frame(each[[2]], used$variables)
  x <- model.matrix(each[[2]], frame)[, -1]
  off <- if (is.null(model.offset(frame))) 0 else model.offset(frame)
  y <- model.response(frame)
  w <- weights(used)
  q <- max(y) - 1
  scores <- function(p) {
    eta <- drop(x %*% p[-(1:q)]) + off
    zeta <- c(-Inf, p[1:q], Inf)
    upper <- zeta[y + 1] - eta
    lower <- zeta[y] - eta
    pr <- plogis(upper) - plogis(lower)
    thresholds <- outer(y, 1:q, "==") * dlogis(upper) - outer(y - 1, 1:q, "==") * dlogis(lower)
    w * cbind(thresholds, -x * (dlogis(upper) - dlogis(lower))) / pr
  }
  gradient <- function(p) colSums(scores(p))
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
  bread <- solve(information(p))
  v <- svyrecvar(scores(p) %*% bread, used$cluster, used$strata, used$fpc)
  ordinal <- rbind(ordinal, data.frame(
    design = each[[1]], formula = gsub("\"", "", deparse(each[[2]], width.cutoff = 500)),
    name = c(paste(1:q, 1:q + 1, sep = "|"), colnames(x)), estimate = p, standard_error = sqrt(diag(v)),
    df = degf(used) - ncol(x), covariance_with_first = v[1, ]))
}
save(ordinal, "ordinal.csv")

# Errors for few clusters: clubSandwich where rows weigh alike; else by definition from whole matrices, since clubSandwich
# then takes another square root (within 0.1 % here), as right under the working model.
suppressMessages(library(clubSandwich))
small <- small_tests <- NULL
power <- function(m, by) { e <- eigen(m, symmetric = TRUE); e$vectors %*% (e$values^by * t(e$vectors)) }
for (each in list(
  list("linear", income ~ age + wealth, gaussian(), FALSE), list("logistic", violence ~ age + wealth * factor(residence), binary("logit"), TRUE),
  list("poisson", violence ~ wealth + x, quasipoisson(), TRUE), list("probit", violence ~ wealth + x, binary("probit"), TRUE))) {
  used <- data[complete.cases(data[all.vars(each[[2]])]) & (!each[[4]] | data$w > 0), ]
  used$weight <- if (each[[4]]) used$w / mean(used$w) else 1
  start <- NULL
  for (again in 1:8) {
    fit <- glm(each[[2]], each[[3]], used, weights = weight, start = start, control = glm.control(epsilon = 1e-15, maxit = 100))
    start <- coef(fit)
  }
  cluster <- used$stratum * 100 + used$psu
  x <- model.matrix(fit)
  assign <- attr(x, "assign")
  terms <- lapply(seq_len(max(assign)), function(term) which(assign == term))
  formula <- gsub("\"", "", deparse(each[[2]], width.cutoff = 500))
  if (each[[4]]) {
    weights <- fit$weights
    white <- x * sqrt(weights)
    m <- solve(crossprod(white))
    whole <- diag(nrow(x)) - white %*% m %*% t(white)
    residual <- sqrt(weights) * residuals(fit, "working")
    clusters <- split(seq_along(cluster), cluster)
    # The columns of a cluster: the residuals' part of its enlarged score, on the scale of the coefficients.
    adjusted <- lapply(clusters, function(i) m %*% t(white[i, , drop = FALSE]) %*% power(whole[i, i, drop = FALSE], -0.5))
    v <- Reduce("+", mapply(function(i, a) tcrossprod(a %*% residual[i]), clusters, adjusted, SIMPLIFY = FALSE))
    # Hotelling's degrees of freedom of contrasts in rows of k.
    eta <- function(k) {
      k <- power(k %*% m %*% t(k), -0.5) %*% k
      g <- lapply(seq_len(nrow(k)), function(s) sapply(seq_along(clusters), function(c)
        whole[, clusters[[c]], drop = FALSE] %*% t(k[s, , drop = FALSE] %*% adjusted[[c]])))
      q <- nrow(k)
      sum <- 0
      for (s in 1:q) for (t in 1:q)
        sum <- sum + sum(crossprod(g[[s]], g[[t]]) * t(crossprod(g[[s]], g[[t]]))) + sum(crossprod(g[[s]]) * crossprod(g[[t]]))
      q * (q + 1) / sum
    }
    df <- sapply(seq_len(ncol(x)), function(j) eta(diag(ncol(x))[j, , drop = FALSE]))
    tests <- lapply(terms, function(at) {
      k <- diag(ncol(x))[at, , drop = FALSE]
      q <- length(at)
      b <- coef(fit)[at]
      own <- eta(k)
      f <- (own - q + 1) / (own * q) * c(b %*% solve(v[at, at]) %*% b)
      c(f, q, own - q + 1, pf(f, q, own - q + 1, lower.tail = FALSE))
    })
  } else {
    v <- vcovCR(fit, cluster = cluster, type = "CR2")
    df <- as.data.frame(coef_test(fit, v, test = "Satterthwaite"))$df_Satt
    tests <- lapply(terms, function(at) {
      test <- as.data.frame(Wald_test(fit, constrain_zero(at), v, test = "HTZ"))
      c(test$Fstat, test$df_num, test$df_denom, test$p_val)
    })
  }
  small <- rbind(small, data.frame(
    family = each[[1]], formula = formula, name = names(coef(fit)), estimate = coef(fit), standard_error = sqrt(diag(v)), df = df,
    covariance_with_first = v[1, ]))
  small_tests <- rbind(small_tests, data.frame(
    family = each[[1]], term = attr(stats::terms(fit), "term.labels"), f = sapply(tests, "[", 1), df1 = sapply(tests, "[", 2),
    df2 = sapply(tests, "[", 3), p_value = sapply(tests, "[", 4)))
}
save(small, "small.csv")
save(small_tests, "small-tests.csv")

# Margins: predictions at each level and effects, with the two parts of variance that svypredmeans adds up. The first
# factor of a model without interactions is also held against svypredmeans itself.
margins <- NULL
fits <- list(
  list(3, "certainty", children ~ wealth + rcs(age, 20, 30, 42) + offset(log_exposure), quasipoisson()),
  list(2, "certainty", violence ~ poly(age, 2) + wealth * factor(residence), binary("logit")),
  list(5, "certainty", violence ~ age + wealth, binary("probit")),
  list(6, "certainty", violence ~ age + wealth, binary("cloglog")),
  list(1, "certainty", income ~ x + wealth * factor(residence), gaussian()),
  list(13, "rows", violence ~ age + wealth, binary("logit")),
  list(14, "rural", violence ~ age + wealth, binary("logit")),
  list(16, "certainty", violence ~ (log(age) + wealth + factor(residence))^2 - log(age):wealth + I(x^2), binary("logit")))
for (each in fits) {
  design <- designs[[each[[2]]]]
  options(survey.lonely.psu = design[[2]])
  formula <- each[[3]]
  used <- subset(design[[1]], complete.cases(data[all.vars(formula)])[match(rownames(design[[1]]$variables), rownames(data))] & w > 0)
  start <- NULL
  for (again in 1:6) {
    fit <- svyglm(formula, design = used, family = each[[4]], start = start, control = glm.control(epsilon = 1e-15, maxit = 100))
    start <- coef(fit)
  }
  frame <- used$variables
  w <- weights(used)
  beta <- coef(fit)
  off <- if ("log_exposure" %in% all.vars(formula)) frame$log_exposure else 0
  rhs <- delete.response(terms(formula))
  # Levels as in the fit, whatever the frame has.
  matrix_of <- function(d) {
    if ("residence" %in% names(d)) d$residence <- base::factor(d$residence, levels = sort(unique(frame$residence)))
    d$wealth <- base::factor(d$wealth, levels = sort(unique(frame$wealth)))
    model.matrix(rhs, d)
  }
  stopifnot(max(abs(matrix_of(frame) - model.matrix(fit))) < 1e-12)
  value <- function(x) fit$family$linkinv(drop(x %*% beta) + off)
  values <- gradients <- names <- list()
  factors <- intersect(c("wealth", "residence"), all.vars(rhs))
  for (column in factors) for (level in sort(unique(frame[[column]]))) {
    d <- frame
    d[[column]] <- level
    x <- matrix_of(d)
    values <- c(values, list(value(x)))
    gradients <- c(gradients, list(colSums(w * fit$family$mu.eta(drop(x %*% beta) + off) * x) / sum(w)))
    names <- c(names, list(c(column, level)))
  }
  predicted <- length(values)
  for (column in setdiff(all.vars(rhs), c(factors, "log_exposure"))) {
    # Derivatives of the columns by a number: exact for those of degree 3 at most between knots, and to 1e-12 for the logarithm.
    h <- 1e-3
    shifted <- function(by) { d <- frame; d[[column]] <- d[[column]] + by; matrix_of(d) }
    slopes <- (shifted(-2 * h) - 8 * shifted(-h) + 8 * shifted(h) - shifted(2 * h)) / (12 * h)
    x <- matrix_of(frame)
    eta <- drop(x %*% beta) + off
    first <- fit$family$mu.eta(eta)
    second <- switch(fit$family$link, identity = 0 * eta, log = exp(eta), logit = first * (1 - 2 * plogis(eta)),
      probit = -eta * dnorm(eta), cloglog = first * (1 - exp(eta)))
    change <- drop(slopes %*% beta)
    values <- c(values, list(first * change))
    gradients <- c(gradients, list(colSums(w * (second * change * x + first * slopes)) / sum(w)))
    names <- c(names, list(c(column, "")))
  }
  values <- do.call(cbind, values)
  gradients <- do.call(rbind, gradients)
  means <- svymean(values, used)
  v <- unname(attr(means, "var")) + gradients %*% vcov(fit) %*% t(gradients)
  if (each[[1]] == 14) {
    used <- update(used, level = base::factor(wealth))
    reference <- svypredmeans(
      svyglm(violence ~ age, used, family = quasibinomial(), control = glm.control(epsilon = 1e-15, maxit = 100)), ~level,
      predictat = base::factor(sort(unique(frame$wealth))))
    stopifnot(max(abs(coef(reference) - means[1:4])) < 1e-8, max(abs(SE(reference) / sqrt(diag(v))[1:4] - 1)) < 1e-8)
  }
  contrast <- diag(length(means))
  for (i in seq_len(predicted)) {
    first <- min(which(sapply(names, function(n) n[1] == names[[i]][1])))
    if (first != i) contrast[i, first] <- -1
  }
  effects <- setdiff(seq_along(names), which(sapply(seq_along(names), function(i) i <= predicted && sum(contrast[i, ]) == 1)))
  e <- contrast %*% as.vector(means)
  ve <- contrast %*% v %*% t(contrast)
  row <- function(kind, i, m, v, first) data.frame(
    model = each[[1]], kind = kind, term = names[[i]][1], level = names[[i]][2], estimate = m[i], standard_error = sqrt(v[i, i]),
    covariance_with_first = v[first, i])
  for (i in seq_len(predicted)) margins <- rbind(margins, row("prediction", i, as.vector(means), v, 1))
  for (i in effects) margins <- rbind(margins, row("effect", i, e, ve, effects[1]))
}
save(margins, "margins.csv")
