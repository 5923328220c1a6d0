# Golden numbers of multiple imputation, by R's survey and mitools packages:
#   Rscript imputation.R FOLDER
# writes imputed.csv (synthetic: 300 rows in 5 strata, five imputations of income and violence), estimates.csv, coefficients.csv
# and tests.csv for ImputationTest.
suppressMessages({library(survey); library(mitools)})
out <- commandArgs(trailingOnly = TRUE)[1]
set.seed(1987)

psus <- data.frame(stratum = rep(1:5, c(6, 5, 7, 4, 6)))
psus$psu <- seq_len(nrow(psus))
rows <- psus[rep(seq_len(nrow(psus)), length.out = 300), ]
n <- nrow(rows)
m <- 5
data <- data.frame(
  stratum = rows$stratum, psu = rows$psu, w = round(rexp(n, 1 / 200) + 10, 2), x = round(rnorm(n, 40, 9), 3),
  region = sample(c("coast", "highlands", "rainforest"), n, TRUE, c(0.5, 0.3, 0.2)))
mean_income <- 500 + 12 * data$x - 80 * (data$region == "highlands") + rnorm(nrow(psus), 0, 40)[rows$psu]
income <- round(mean_income + rnorm(n, 0, 120), 2)
violence <- rbinom(n, 1, plogis(-0.7 + 0.5 * (data$region == "rainforest") - (income - 950) / 600))
missing <- runif(n) < 0.3
for (i in seq_len(m)) {
  data[[paste0("income_", i)]] <- ifelse(missing, round(mean_income + rnorm(1, 0, 20) + rnorm(n, 0, 120), 2), income)
  data[[paste0("violence_", i)]] <- ifelse(missing, rbinom(n, 1, 0.35), violence)
}
write.csv(data, file.path(out, "imputed.csv"), row.names = FALSE, quote = FALSE)
data <- read.csv(file.path(out, "imputed.csv"))
designs <- lapply(seq_len(m), function(i) {
  rows <- data
  rows$income <- rows[[paste0("income_", i)]]
  rows$violence <- rows[[paste0("violence_", i)]]
  svydesign(~psu, strata = ~stratum, weights = ~w, data = rows)
})

# Barnard and Rubin (1999), equations 3 to 5; MIcombine leaves 1 + 1/m out of their share of missing information.
barnard_rubin <- function(within, between, complete) {
  total <- within + (1 + 1 / m) * between
  share <- (1 + 1 / m) * between / total
  large <- (m - 1) / share^2
  observed <- (1 - share) * complete * (complete + 1) / (complete + 3)
  1 / (1 / large + 1 / observed)
}
pooled <- function(results, variances, complete) {
  all <- MIcombine(results, variances)
  large <- all$df
  variance <- if (is.matrix(all$variance)) diag(all$variance) else all$variance
  within <- Reduce(`+`, lapply(variances, function(v) if (is.matrix(v)) diag(v) else v)) / m
  df <- barnard_rubin(within, (variance - within) / (1 + 1 / m), complete)
  increase <- variance / within - 1
  data.frame(estimate = all$coefficients, standard_error = sqrt(variance), large_df = large, df = df,
    missing_information = (increase + 2 / (df + 3)) / (increase + 1))
}

estimates <- NULL
add <- function(outcome, statistic, domain, of) {
  parts <- lapply(designs, function(d) {
    d <- if (domain == "00") d else subset(d, region == domain)
    list(estimate = of(d), df = degf(d))
  })
  row <- pooled(lapply(parts, function(p) coef(p$estimate)), lapply(parts, function(p) as.numeric(SE(p$estimate)^2)), parts[[1]]$df)
  t <- qt(0.975, row$df)
  logit <- qlogis(row$estimate)
  half <- t * row$standard_error / (row$estimate * (1 - row$estimate))
  proportion <- statistic == "proportion"
  row$ci_low <- if (proportion) plogis(logit - half) else row$estimate - t * row$standard_error
  row$ci_high <- if (proportion) plogis(logit + half) else row$estimate + t * row$standard_error
  estimates <<- rbind(estimates, data.frame(outcome, statistic, domain, row))
}
for (domain in c("00", "coast", "highlands", "rainforest")) {
  add("income", "mean", domain, function(d) svymean(~income, d))
  add("violence", "proportion", domain, function(d) svymean(~violence, d))
  add("income", "quantile_0.5", domain, function(d) svyquantile(~income, d, 0.5))
}
write.csv(estimates, file.path(out, "estimates.csv"), row.names = FALSE)

# Li, Raghunathan and Rubin (1991) with the degrees of freedom of Reiter (2007), term by term.
joint <- function(fits, terms, complete) {
  q <- sapply(fits, function(f) coef(f)[terms])
  u <- Reduce(`+`, lapply(fits, function(f) vcov(f)[terms, terms])) / m
  k <- length(terms)
  r <- (1 + 1 / m) * sum(diag(cov(t(q)) %*% solve(u))) / k
  mean <- rowMeans(q)
  t <- k * (m - 1)
  a <- r * t / (t - 2)
  v <- complete * (complete + 1) / (complete + 3)
  c <- v - 2 * (1 + a)
  d <- v - 4 * (1 + a)
  z <- 1 / d + (a^2 * c / ((1 + a)^2 * d) + 8 * a^2 * c / ((1 + a) * d^2) + 4 * a^2 / ((1 + a) * d) +
    4 * a^2 / (c * d) + 16 * a^2 * c / d^3 + 8 * a^2 / d^2) / (t - 4)
  f <- drop(mean %*% solve(u) %*% mean) / (k * (1 + r))
  c(f = f, df1 = k, df2 = 4 + 1 / z, p_value = pf(f, k, 4 + 1 / z, lower.tail = FALSE))
}
models <- list(list("linear", income ~ x + region, gaussian()), list("logistic", violence ~ region + income, quasibinomial()))
coefficients <- tests <- NULL
for (model in models) {
  fits <- lapply(designs, function(d) svyglm(model[[2]], d, family = model[[3]], control = glm.control(1e-14, 100)))
  complete <- fits[[1]]$df.residual
  rows <- pooled(lapply(fits, coef), lapply(fits, vcov), complete)
  coefficients <- rbind(coefficients, data.frame(family = model[[1]], formula = deparse(model[[2]]), term = rownames(rows), rows))
  region <- grep("region", names(coef(fits[[1]])), value = TRUE)
  tests <- rbind(tests, data.frame(family = model[[1]], term = "region", t(joint(fits, region, complete))))
}
write.csv(coefficients, file.path(out, "coefficients.csv"), row.names = FALSE)
write.csv(tests, file.path(out, "tests.csv"), row.names = FALSE)
