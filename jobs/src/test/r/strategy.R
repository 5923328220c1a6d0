# Golden numbers of RegionalAssociationTest and RealFiguresTest: clubSandwich 0.5.8 over the CSV tables of one call of
#   quipu association --from 2021 --to 2024 --coverage-from 2021 --coverage-to 2022
# with the tables prevalence and coverage (years one by one, and 2021-2022) in the folder given.
suppressMessages(library(clubSandwich))
options(digits = 15)
dir <- commandArgs(TRUE)[1]
p <- read.csv(file.path(dir, "prevalence.csv"), colClasses = c(domain = "character"))
p <- subset(p, by == "region" & indicator == "partner_violence_any_ever" &
              year >= 2021 & year <= 2024 & !is.na(standard_error))
p$w <- 1 / p$standard_error^2
treated <- c("01", "02", "04", "05", "06", "07", "08", "10", "14", "15", "16", "17", "21", "22", "24")
fit <- function(d, terms) {
  f <- lm(reformulate(c("0", "factor(domain)", "factor(year)", terms), "percent"), d, weights = w)
  list(f = f, V = vcovCR(f, cluster = d$domain, type = "CR2", inverse_var = TRUE))
}
show <- function(what, m, term) {
  t <- as.data.frame(coef_test(m$f, m$V, coefs = term))
  cat(what, format(c(t$beta, t$SE, t$df_Satt, t$p_Satt), digits = 15), "\n")
}
after <- function(d, regions, start) {
  d$after <- (d$domain %in% regions & d$year >= start) + 0
  fit(d, "after")
}
show("effect", after(p, treated, 2024), "after")
show("without 15", after(subset(p, domain != "15"), setdiff(treated, "15"), 2024), "after")
show("placebo 2023", after(subset(p, year < 2024), treated, 2023), "after")
for (y in c(2021, 2022, 2024)) p[[paste0("t", y)]] <- (p$domain %in% treated & p$year == y) + 0
years <- fit(p, c("t2021", "t2022", "t2024"))
terms <- c("t2021", "t2022", "t2024")
A <- solve(summary(years$f)$cov.unscaled[terms, terms])
w <- -(A %*% c(0, 0, 1) / A[3, 3])[1:2]
for (y in 2021:2023) {
  l <- setNames(numeric(length(coef(years$f))), names(coef(years$f)))
  l[c("t2021", "t2022")] <- -w
  if (y < 2023) l[paste0("t", y)] <- l[paste0("t", y)] + 1
  x <- linear_contrast(years$f, years$V, contrasts = matrix(l, 1), test = "Satterthwaite")
  cat("difference", y, format(c(x$Est, x$SE, x$df), digits = 15), "\n")
}
f <- as.data.frame(Wald_test(years$f, constrain_zero(c("t2021", "t2022"), coefs = coef(years$f)), years$V))
cat("pre-trend", format(c(f$Fstat, f$df_denom, f$p_val), digits = 15), "\n")

x <- read.csv(file.path(dir, "coverage.csv"), colClasses = c(region = "character"))
x <- subset(x, measure == "people_informed_per_1000_women" & from_year == 2021)
reached <- function(region, last) x$coverage[match(paste(region, last), paste(x$region, x$to_year))]
d <- subset(p, year <= 2023)
d$x <- ifelse(d$year == 2021, 0, reached(d$domain, d$year - 1))
show("panel", fit(d, "x"), "x")
