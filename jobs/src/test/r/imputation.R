# Golden numbers of multiple imputation, by R's survey and mitools packages:
#   Rscript imputation.R FOLDER
# writes imputed.csv (synthetic: 300 rows in 5 strata, five imputations of income and violence), estimates.csv, coefficients.csv
# and tests.csv for ImputationTest; cells.csv, independence.csv and compare.csv for PooledTestsTest.
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

# Tables of two columns: shares by Rubin's rules; tests by their statistics alone, D2 of Li, Meng, Raghunathan and Rubin (1991),
# equations 2.1 to 2.4, on no more denominator degrees of freedom than one imputation has.
d2 <- function(f, k, complete) {
  chi <- k * f
  r <- (1 + 1 / m) * var(sqrt(chi))
  d <- (mean(chi) / k - (m + 1) / (m - 1) * r) / (1 + r)
  w <- min(k^(-3 / m) * (m - 1) * (1 + 1 / r)^2, complete)
  data.frame(statistic = d, df1 = k, df2 = w, p_value = pf(d, k, w, lower.tail = FALSE))
}
cells <- NULL
complete <- degf(designs[[1]])
for (level in sort(unique(data$region))) for (column in 0:1) for (of in c("total", "row", "column")) {
  ratios <- lapply(designs, function(d) {
    d <- update(d, a = as.numeric(region == level & violence == column),
      b = if (of == "total") 1 else as.numeric(if (of == "row") region == level else violence == column))
    svyratio(~a, ~b, d)
  })
  df <- if (of == "row") degf(subset(designs[[1]], region == level)) else
    if (of == "column") min(sapply(designs, function(d) degf(subset(d, violence == column)))) else complete
  row <- pooled(lapply(ratios, function(r) coef(r)[[1]]), lapply(ratios, function(r) SE(r)[[1]]^2), df)
  half <- qt(0.975, row$df) * row$standard_error / (row$estimate * (1 - row$estimate))
  cells <- rbind(cells, data.frame(row = level, column, of, estimate = row$estimate, standard_error = row$standard_error, df = row$df,
    ci_low = plogis(qlogis(row$estimate) - half), ci_high = plogis(qlogis(row$estimate) + half),
    missing_information = row$missing_information))
}
write.csv(cells, file.path(out, "cells.csv"), row.names = FALSE)

independence <- NULL
for (kind in c("rao_scott", "rao_scott_first_order", "wald", "adjusted_wald")) {
  statistic <- c(rao_scott = "F", rao_scott_first_order = "Chisq", wald = "Wald", adjusted_wald = "adjWald")[[kind]]
  each <- lapply(designs, function(d) svychisq(~region + violence, d, statistic = statistic))
  # Its chi squared has a p-value with k degrees of freedom.
  f <- sapply(each, function(t) if (kind == "rao_scott_first_order") qchisq(t$p.value, 2, lower.tail = FALSE) / 2 else drop(t$statistic))
  k <- mean(sapply(each, function(t) t$parameter[[1]]))
  df <- if (kind == "rao_scott_first_order") Inf else min(sapply(each, function(t) t$parameter[[2]]))
  independence <- rbind(independence, data.frame(kind, d2(f, k, df)))
}
write.csv(independence, file.path(out, "independence.csv"), row.names = FALSE)

# Groups: differences of means by Rubin's rules, ranks by D2; equal values have the mean of their ranks.
ranks <- function(x, w) {
  at <- order(x)
  middle <- (cumsum(w[at]) - w[at] / 2) / sum(w)
  together <- tapply(middle * w[at], x[at], sum) / tapply(w[at], x[at], sum)
  as.numeric(together[as.character(x)])
}
scored <- lapply(designs, function(d) update(d, wilcoxon = ranks(income, w), van_der_waerden = qnorm(ranks(income, w)),
  median = as.numeric(ranks(income, w) > 0.5), violence = factor(violence)))
compare <- NULL
for (groups in c("violence", "region")) {
  for (test in c("wilcoxon", "van_der_waerden", "median")) {
    fits <- lapply(scored, function(d) svyglm(reformulate(groups, test), d))
    terms <- lapply(fits, function(f) regTermTest(f, reformulate(groups)))
    all <- d2(sapply(terms, function(t) drop(t$Ftest)), terms[[1]]$df, terms[[1]]$ddf)
    compare <- rbind(compare, data.frame(test, groups, level = "", estimate = NA, standard_error = NA, all))
    for (name in setdiff(names(coef(fits[[1]])), "(Intercept)")) {
      t <- sapply(fits, function(f) coef(f)[[name]] / SE(f)[[name]])
      one <- d2(t^2, 1, fits[[1]]$df.residual)
      compare <- rbind(compare, data.frame(test, groups, level = sub(groups, "", name),
        estimate = mean(sapply(fits, function(f) coef(f)[[name]])), standard_error = NA, one))
    }
  }
  fits <- lapply(scored, function(d) svyglm(reformulate(groups, "income"), d))
  rows <- pooled(lapply(fits, coef), lapply(fits, vcov), fits[[1]]$df.residual)[-1, ]
  t <- rows$estimate / rows$standard_error
  compare <- rbind(compare, data.frame(test = "t", groups, level = sub(groups, "", rownames(rows)), estimate = rows$estimate,
    standard_error = rows$standard_error, statistic = t, df1 = NA, df2 = rows$df, p_value = 2 * pt(-abs(t), rows$df)))
}
means <- lapply(designs, function(d) svymean(~I(income - 900), d))
row <- pooled(lapply(means, function(m) coef(m)[[1]]), lapply(means, function(m) SE(m)[[1]]^2), complete)
t <- row$estimate / row$standard_error
compare <- rbind(compare, data.frame(test = "t", groups = "900", level = "", estimate = row$estimate, standard_error = row$standard_error,
  statistic = t, df1 = NA, df2 = row$df, p_value = 2 * pt(-abs(t), row$df)))
write.csv(compare, file.path(out, "compare.csv"), row.names = FALSE, na = "")
