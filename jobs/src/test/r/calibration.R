# Golden values of calibration: a synthetic sample, and what R's survey package makes of its weights.
#
#   Rscript jobs/src/test/r/calibration.R FOLDER
#
# FOLDER is jobs/src/test/resources/org/quipu/survey/calibration: sample.csv, the tables of totals that the tests read,
# weights.csv (the calibrated weights of each way), estimates.csv. Made with R 4.2.2, survey 4.1-1.
suppressMessages(library(survey))

folder <- commandArgs(trailingOnly = TRUE)[1]
save <- function(table, name) {
  numbers <- sapply(table, is.double)
  table[numbers] <- lapply(table[numbers], function(x) ifelse(is.na(x), "", sprintf("%.15g", x)))
  write.csv(table, file.path(folder, name), row.names = FALSE, quote = FALSE, na = "")
}

# Eight strata of two to five clusters, the ninth with one; weights that tell of age, so that calibration moves them.
set.seed(20261128)
sizes <- c(2, 3, 4, 5, 3, 4, 2, 5, 1)
clusters <- do.call(rbind, lapply(seq_along(sizes), function(s) data.frame(stratum = s, psu = seq_len(sizes[s]))))
sample <- do.call(rbind, lapply(seq_len(nrow(clusters)), function(i) {
  n <- sample(8:16, 1)
  effect <- rnorm(1, 0, 0.6)
  residence <- if (clusters$stratum[i] %% 2 == 0) "rural" else "urban"
  ssu <- paste0("u", sample(1:4, n, replace = TRUE))
  age <- sample(c("15-24", "25-34", "35-49"), n, replace = TRUE, prob = if (residence == "urban") c(3, 4, 3) else c(4, 3, 3))
  income <- round(exp(rnorm(n, 6 + (residence == "urban") + effect / 3, 0.5)), 1)
  y <- round(2 + effect + 0.002 * income + (age == "35-49") + rnorm(n), 3)
  violence <- as.numeric(runif(n) < plogis(-0.6 + effect - 0.0004 * income + 0.5 * (age == "15-24")))
  data.frame(
    stratum = clusters$stratum[i], psu = clusters$psu[i], ssu, w = round(exp(rnorm(n, 3.5, 0.4)), 2), fpc = 40 + clusters$stratum[i],
    fpc2 = 30, residence, age, income, y = ifelse(runif(n) < 0.06, NA, y), violence = ifelse(runif(n) < 0.1, NA, violence))
}))
save(sample, "sample.csv")
sample$cluster <- paste(sample$stratum, sample$psu)
sample$unit <- paste(sample$cluster, sample$ssu)

# Totals near those of the weights; the margins of the cells are those of the raking.
cells <- xtabs(w ~ age + residence, sample) * rbind(c(1.25, 1.1), c(0.95, 1.2), c(1.05, 0.85))
cells <- round(cells)
size <- sum(cells)
mean_income <- 1.04 * with(sample, weighted.mean(income, w))
income <- round(size * mean_income)
by <- function(margin) data.frame(variable = names(dimnames(margin)), level = names(margin), total = as.vector(margin))
ages <- margin.table(cells, 1)
residences <- margin.table(cells, 2)
frame <- as.data.frame(cells)
save(data.frame(variable = "age:residence", level = paste(frame$age, frame$residence, sep = ":"), total = frame$Freq), "cells.csv")
save(rbind(by(ages), by(residences)), "margins.csv")
save(rbind(by(ages), by(residences), data.frame(variable = "income", level = "", total = income)), "margins-income.csv")
save(data.frame(variable = c("population", "income"), level = "", total = c(size, income)), "size-income.csv")

epsilon <- 1e-13
population <- c("(Intercept)" = size, "age25-34" = ages[[2]], "age35-49" = ages[[3]], residenceurban = residences[[2]], income = income)
calibrated <- list(
  poststratify = function(d) postStratify(d, ~age + residence, cells),
  rake = function(d) rake(d, list(~age, ~residence), list(ages, residences), control = list(maxit = 1000, epsilon = epsilon)),
  linear = function(d) calibrate(d, ~age + residence + income, population),
  linear_bounds = function(d) calibrate(d, ~age + residence + income, population, bounds = c(0.8, 1.5), epsilon = epsilon, maxit = 200),
  logit = function(d) calibrate(d, ~age + residence + income, population, calfun = "logit", bounds = c(0.6, 1.9), epsilon = epsilon, maxit = 200),
  size_income = function(d) calibrate(d, ~income, c("(Intercept)" = size, income = income)),
  linear_trim = function(d) trimWeights(calibrate(d, ~age + residence + income, population), lower = 20, upper = 70),
  rake_trim = function(d) trimWeights(calibrated$rake(d), lower = 18, upper = 80, strict = TRUE),
  poststratify_trim = function(d) trimWeights(calibrated$poststratify(d), upper = 75))

designs <- list(
  certainty = svydesign(id = ~cluster, strata = ~stratum, weights = ~w, data = sample),
  adjust = svydesign(id = ~cluster, strata = ~stratum, weights = ~w, data = sample),
  average = svydesign(id = ~cluster, strata = ~stratum, weights = ~w, data = sample),
  fpc = svydesign(id = ~cluster, strata = ~stratum, weights = ~w, fpc = ~fpc, data = sample),
  stages = svydesign(id = ~cluster + unit, strata = ~stratum, weights = ~w, fpc = ~fpc + fpc2, data = sample),
  rows = svydesign(id = ~1, strata = ~stratum, weights = ~w, data = sample))

weights <- data.frame(row = seq_len(nrow(sample)))
estimates <- NULL
for (way in names(calibrated)) {
  for (name in names(designs)) {
    options(survey.lonely.psu = if (name %in% c("adjust", "average")) name else "certainty")
    d <- calibrated[[way]](designs[[name]])
    if (name == "certainty") weights[[way]] <- weights(d)
    d <- update(d, national = "00")
    for (domains in c("national", "age", "residence")) {
      for (domain in sort(unique(d$variables[[domains]]))) {
        own <- subset(d, d$variables[[domains]] == domain)
        deff <- if (name %in% c("fpc", "stages")) FALSE else "replace"
        add <- function(outcome, statistic, e) estimates <<- rbind(estimates, data.frame(
          way, design = name, outcome, statistic, by = domains, domain, estimate = coef(e)[[1]], standard_error = SE(e)[[1]],
          deff = if (statistic %in% c("mean", "proportion") && deff != FALSE) deff(e)[[1]] else NA_real_, df = degf(own)))
        add("y", "mean", svymean(~y, own, na.rm = TRUE, deff = deff))
        add("violence", "proportion", svymean(~violence, own, na.rm = TRUE, deff = deff))
        add("violence", "total", svytotal(~violence, own, na.rm = TRUE))
        add("y/income", "ratio", svyratio(~y, ~income, own, na.rm = TRUE))
      }
    }
  }
}
save(weights, "weights.csv")
save(estimates, "estimates.csv")

# Covariances of the proportions of two ages, as ratios of which each is 0 elsewhere.
options(survey.lonely.psu = "certainty")
covariances <- NULL
for (way in names(calibrated)) {
  d <- update(
    calibrated[[way]](designs$certainty), young = as.numeric(age == "15-24" & !is.na(violence)),
    old = as.numeric(age == "35-49" & !is.na(violence)), v1 = ifelse(young == 1, violence, 0), v2 = ifelse(old == 1, violence, 0))
  v <- vcov(svyratio(~v1 + v2, ~young + old, d, covmat = TRUE))
  covariances <- rbind(covariances, data.frame(way, covariance = v["v1/young", "v2/old"]))
}
save(covariances, "covariances.csv")

quantiles <- NULL
for (way in c("linear", "rake")) {
  q <- svyquantile(~y, calibrated[[way]](designs$certainty), 0.5, na.rm = TRUE)
  quantiles <- rbind(quantiles, data.frame(way, value = coef(q)[[1]], standard_error = SE(q)[[1]]))
}
save(quantiles, "quantiles.csv")

# Regressions, of the whole sample and of a part of it; violence and y have gaps.
regressions <- NULL
predictions <- NULL
models <- list(linear = list(y ~ income + age, gaussian()), logistic = list(violence ~ age + residence + y, quasibinomial()))
for (way in c("poststratify", "rake", "linear", "logit", "linear_trim", "rake_trim")) {
  for (name in names(designs)) {
    options(survey.lonely.psu = if (name %in% c("adjust", "average")) name else "certainty")
    d <- calibrated[[way]](designs[[name]])
    for (part in c("", "urban")) {
      own <- if (part == "") d else subset(d, residence == part)
      for (family in names(models)) {
        formula <- models[[family]][[1]]
        if (part != "") formula <- update(formula, . ~ . - residence)
        fit <- svyglm(formula, own, family = models[[family]][[2]], control = glm.control(epsilon = 1e-15, maxit = 100))
        regressions <- rbind(regressions, data.frame(
          way, design = name, part, family, coefficient = seq_along(coef(fit)), estimate = unname(coef(fit)),
          standard_error = unname(SE(fit)), df = fit$df.residual))
        if (name == "certainty" && part == "" && family == "logistic") {
          # The mean prediction at each age over the rows of the fit, and its error (svypredmeans): the sample's and the fit's.
          used <- subset(d, !is.na(violence) & !is.na(y))
          x <- model.matrix(formula, used$variables)
          at <- lapply(c("15-24", "25-34", "35-49"), function(level) {
            x[, "age25-34"] <- level == "25-34"
            x[, "age35-49"] <- level == "35-49"
            x
          })
          values <- sapply(at, function(x) plogis(drop(x %*% coef(fit))))
          w <- weights(used)
          w <- if (length(w) == nrow(x)) w else w[w > 0]
          gradients <- t(sapply(at, function(x) {
            p <- plogis(drop(x %*% coef(fit)))
            colSums(w * p * (1 - p) * x) / sum(w)
          }))
          full <- matrix(0, nrow(d$variables), 3)
          full[!is.na(d$variables$violence) & !is.na(d$variables$y), ] <- values
          whole <- update(d, m1 = full[, 1], m2 = full[, 2], m3 = full[, 3])
          means <- svymean(~m1 + m2 + m3, subset(whole, !is.na(violence) & !is.na(y)))
          v <- unname(vcov(means)) + gradients %*% vcov(fit) %*% t(gradients)
          predictions <- rbind(predictions, data.frame(
            way, level = c("15-24", "25-34", "35-49"), estimate = unname(coef(means)), standard_error = sqrt(diag(v))))
        }
      }
    }
  }
}
save(regressions, "regressions.csv")
save(predictions, "predictions.csv")
