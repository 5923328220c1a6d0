# Golden prevalences and changes of the made-up survey of change.R, whose weights are calibrated to totals of each year.
#
#   Rscript jobs/src/test/r/calibrated-years.R FOLDER
#
# FOLDER is jobs/src/test/resources/org/quipu/survey/calibrated-years: margins.csv and cells.csv, the totals that the tests
# read; levels.csv and changes.csv. Made with R 4.2.2, survey 4.1-1. Run from the project root.
suppressMessages(library(survey))
folder <- commandArgs(trailingOnly = TRUE)[1]
save <- function(table, name) {
  numbers <- sapply(table, is.double)
  table[numbers] <- lapply(table[numbers], function(x) sprintf("%.15g", x))
  write.csv(table, file.path(folder, name), row.names = FALSE, quote = FALSE)
}

# As the tests' files of ENDES have it: groups are regions, whole clusters provinces, the years 2018 and 2019.
d <- read.csv("jobs/src/test/resources/org/quipu/change/rows.csv")
d$year <- 2017 + d$year
d$region <- sprintf("%02d", d$group)
d$province <- ifelse(d$stratum > 3, "0102", ifelse(d$cluster == 1, "0103", "0101"))
d$cell <- paste(d$region, d$province, sep = ":")

# Of each year other people than the weights tell, in other shares.
factors <- list("2018" = outer(c(1.2, 0.9, 1), c(1, 1.1, 0.85)), "2019" = outer(c(0.95, 1.1, 1.05), c(0.9, 1, 1.15)))
sizes <- c("2018" = 8100000, "2019" = 8250000)
tables <- list()
for (year in names(sizes)) {
  cells <- xtabs(w ~ region + province, d[d$year == year, ]) * factors[[year]]
  tables[[year]] <- round(cells / sum(cells) * sizes[[year]])
}
long <- function(year, variable, level, total) data.frame(year, variable, level, total = as.double(total))
save(do.call(rbind, lapply(names(tables), function(year) {
  frame <- as.data.frame(tables[[year]])
  long(year, "region:province", paste(frame$region, frame$province, sep = ":"), frame$Freq)
})), "cells.csv")
save(do.call(rbind, lapply(names(tables), function(year) rbind(
  long(year, "region", rownames(tables[[year]]), rowSums(tables[[year]])),
  long(year, "province", colnames(tables[[year]]), colSums(tables[[year]]))))), "margins.csv")

# Weights are first brought to the size of the population; the bounds of logit and of trimming are of those.
for (year in names(tables)) {
  own <- d$year == year
  d$w[own] <- d$w[own] * sum(tables[[year]]) / sum(d$w[own])
}
design <- function(rows) svydesign(~cluster, strata = ~stratum, weights = ~w, data = rows, nest = TRUE)
margins <- function(rows) {
  years <- intersect(names(tables), as.character(rows$year))
  unlist(lapply(years, function(year) c(rowSums(tables[[year]]), colSums(tables[[year]])[-1])))
}
# The columns of the margins in each year apart, so that years are calibrated each by itself.
columns <- function(rows) {
  x <- NULL
  for (year in intersect(names(tables), as.character(rows$year))) for (variable in c("region", "province")) {
    levels <- sort(unique(d[[variable]]))
    for (level in if (variable == "region") levels else levels[-1]) x <- cbind(x, as.numeric(rows$year == year & rows[[variable]] == level))
  }
  x
}
calibrated <- function(rows, ...) {
  x <- columns(rows)
  colnames(x) <- paste0("x", seq_len(ncol(x)))
  rows <- cbind(rows, x)
  calibrate(design(rows), as.formula(paste("~0 +", paste(colnames(x), collapse = "+"))), setNames(margins(rows), colnames(x)), ...)
}
ways <- list(
  linear = function(rows) calibrated(rows),
  logit = function(rows) calibrated(rows, calfun = "logit", bounds = c(0.7, 1.4), epsilon = 1e-13, maxit = 500),
  poststratify = function(rows) postStratify(design(rows), ~year + cell, do.call(rbind, lapply(
    intersect(names(tables), as.character(rows$year)), function(year) {
      frame <- as.data.frame(tables[[year]])
      data.frame(year = as.integer(year), cell = paste(frame$region, frame$province, sep = ":"), Freq = frame$Freq)
    }))),
  trim = function(rows) trimWeights(calibrated(rows), lower = 20000, upper = 62000))

levels <- changes <- NULL
for (way in names(ways)) {
  for (year in c(2018, 2019)) {
    own <- ways[[way]](d[d$year == year, ])
    stopifnot(way == "trim" || abs(sum(weights(own)) / sum(tables[[as.character(year)]]) - 1) < 1e-9)
    for (domain in c("00", "01", "02", "03")) {
      part <- if (domain == "00") own else subset(own, region == domain)
      e <- svymean(~y, part)
      levels <- rbind(levels, data.frame(way, year, domain, percent = 100 * coef(e)[[1]], standard_error = 100 * SE(e)[[1]],
        weighted_n = sum(weights(part)), df = degf(part)))
    }
  }
  if (way != "trim") { # of a single design, in which trimming would share between the years
    both <- ways[[way]](d)
    for (domain in c("00", "01", "02", "03")) {
      inside <- domain == "00" | both$variables$region == domain
      for (year in 2018:2019) {
        both$variables[[paste0("n", year)]] <- as.numeric(inside & both$variables$year == year)
        both$variables[[paste0("y", year)]] <- both$variables[[paste0("n", year)]] * both$variables$y
      }
      r <- svyratio(~y2018 + y2019, ~n2018 + n2019, both)
      change <- coef(r)[["y2019/n2019"]] - coef(r)[["y2018/n2018"]]
      v <- vcov(svyratio(~y2018 + y2019, ~n2018 + n2019, both, covmat = TRUE))
      k <- c("y2018/n2018", "y2019/n2019")
      se <- sqrt(v[k[1], k[1]] + v[k[2], k[2]] - 2 * v[k[1], k[2]])
      changes <- rbind(changes, data.frame(way, domain, change = 100 * change, standard_error = 100 * se))
    }
  }
}
save(levels, "levels.csv")
save(changes, "changes.csv")
