# Golden numbers of comparisons of groups, by R's survey package:
#   Rscript compare.R FOLDER
# writes sample.csv (synthetic: 420 rows in 5 strata, no two values of x alike), compare.csv and value.csv for CompareJobTest.
suppressMessages(library(survey))
out <- commandArgs(trailingOnly = TRUE)[1]
set.seed(2013)

psus <- data.frame(stratum = rep(1:5, c(6, 7, 5, 6, 8)))
psus$psu <- seq_len(nrow(psus))
psus$effect <- rnorm(nrow(psus), 0, 3)
rows <- psus[rep(seq_len(nrow(psus)), length.out = 420), ]
n <- nrow(rows)
data <- data.frame(
  stratum = rows$stratum, psu = rows$psu, w = round(rexp(n, 1 / 70) + 5, 2), sex = sample(c("man", "woman"), n, TRUE),
  region = sample(c("coast", "highlands", "rainforest"), n, TRUE, c(0.5, 0.3, 0.2)))
data$x <- round(50 + 4 * (data$sex == "woman") - 3 * (data$region == "highlands") + rows$effect + rnorm(n, 0, 10), 5)
stopifnot(!anyDuplicated(data$x))
data$x[sample(n, 12)] <- NA
data$sex[sample(n, 8)] <- NA
write.csv(data, file.path(out, "sample.csv"), row.names = FALSE, na = "", quote = FALSE)
data <- read.csv(file.path(out, "sample.csv"), na.strings = "")
whole <- svydesign(~psu, strata = ~stratum, weights = ~w, data = data)

compare <- NULL
add <- function(test, groups, part, level, estimate, statistic, df1, df2, p_value)
  compare <<- rbind(compare, data.frame(test, groups, part, level, estimate, statistic, df1, df2, p_value))
for (part in c("all", "coast")) {
  d <- if (part == "all") whole else subset(whole, region == "coast")
  t <- svyttest(x ~ sex, d)
  add("t", "sex", part, "woman", t$estimate, t$statistic, NA, t$parameter, t$p.value)
  for (test in c("wilcoxon", "vanderWaerden", "median")) {
    r <- svyranktest(x ~ sex, d, test = test)
    add(c(wilcoxon = "wilcoxon", vanderWaerden = "van_der_waerden", median = "median")[[test]], "sex", part, "woman", r$estimate,
      r$statistic, NA, r$parameter, r$p.value)
  }
}
f <- regTermTest(svyglm(x ~ region, whole), ~region)
add("t", "region", "all", "", NA, f$Ftest, f$df, f$ddf, f$p)
for (test in c("KruskalWallis", "vanderWaerden", "median")) {
  r <- svyranktest(x ~ region, whole, test = test)
  # It calls chi squared its parameter, and the degrees of freedom its statistic.
  add(c(KruskalWallis = "wilcoxon", vanderWaerden = "van_der_waerden", median = "median")[[test]], "region", "all", "", NA,
    drop(r$parameter) / r$statistic, r$statistic, r$ddf, drop(r$p.value))
}
write.csv(compare, file.path(out, "compare.csv"), row.names = FALSE, na = "")

# The mean against a value. svyttest(y ~ 0) takes one degree of freedom less than the design has, svyglm(y ~ 1) those of the design.
value <- NULL
for (part in c("all", "coast")) {
  d <- update(if (part == "all") whole else subset(whole, region == "coast"), difference = x - 51.25)
  t <- svyttest(difference ~ 0, subset(d, !is.na(x)))
  m <- svyglm(difference ~ 1, d)
  value <- rbind(value, data.frame(part, estimate = t$estimate, standard_error = SE(m)[[1]], statistic = t$statistic,
    df = m$df.residual, p_value = 2 * pt(-abs(t$statistic), m$df.residual)))
}
write.csv(value, file.path(out, "value.csv"), row.names = FALSE)
