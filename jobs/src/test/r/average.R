# A made-up survey of seven years and the golden averages of org.quipu.cli.AverageCommandTest. Run from the project root:
#   Rscript jobs/src/test/r/average.R [DIR]
# Needs survey; writes rotating.csv (the women), average.csv and average_change.csv.
# 2018-2020 have the same clusters; of 2021-2024 a third of the clusters leaves each year, and none stays from 2021 to 2024.
suppressMessages(library(survey))
out <- commandArgs(trailingOnly = TRUE)
out <- if (length(out)) out[1] else "jobs/src/test/resources/org/quipu/survey/average"
dir.create(out, showWarnings = FALSE, recursive = TRUE)

set.seed(20212024)
stays <- list("2018" = 1:6, "2019" = 1:6, "2020" = 1:6, "2021" = 1:6, "2022" = 3:8, "2023" = 5:10, "2024" = 7:12)
years <- as.integer(names(stays))
d <- do.call(rbind, lapply(years, function(year)
  expand.grid(person = 1:8, cluster = stays[[as.character(year)]], stratum = 1:4, year = year)))
d$sample <- ifelse(d$year < 2021, 1, 2)
u <- array(runif(2 * 4 * 12), c(2, 4, 12))[cbind(d$sample, d$stratum, d$cluster)]
d$group <- findInterval(runif(nrow(d)), c(0, .4, .7))
d$y <- as.integer(runif(nrow(d)) < .3 + .1 * d$group + .5 * (u - .5) - .02 * (d$year - 2018))
d$w <- round(.5 + runif(nrow(d)), 3)
write.csv(d[c("year", "stratum", "cluster", "group", "y", "w")], file.path(out, "rotating.csv"), quote = FALSE, row.names = FALSE)

design <- function(rows) svydesign(~cluster, strata = ~interaction(sample, stratum), weights = ~w, data = rows, nest = TRUE)
whole <- design(d)

# Scores of a domain's percentages in each year, a row a woman of all seven years.
scores <- function(inside) sapply(years, function(year) {
  here <- inside & d$year == year
  here * 100 * (d$y - sum(d$w * d$y * here) / sum(d$w * here)) / sum(d$w * here)
})
# The variance in each year's own design, as svymean gives it, and the covariance of two years over the clusters that are in both.
covariance <- function(inside) {
  z <- scores(inside)
  v <- matrix(0, length(years), length(years))
  for (i in seq_along(years)) for (j in seq_len(i)) {
    mine <- d$sample == d$sample[match(years[i], d$year)]
    key <- paste(d$sample, d$stratum, d$cluster)
    both <- intersect(key[d$year == years[i]], key[d$year == years[j]])
    rows <- key %in% both & d$year %in% years[c(i, j)]
    if (any(rows)) {
      x <- cbind(d[rows, ], one = z[rows, i], other = z[rows, j])
      v[i, j] <- v[j, i] <- vcov(svytotal(~one + other, design(x)))[1, 2]
      if (i == j) {
        own <- vcov(svymean(~I(100 * y), subset(design(subset(d, year == years[i])), inside[d$year == years[i]])))
        stopifnot(abs(v[i, i] - own) < 1e-10)
      }
    }
  }
  v
}

periods <- rbind(c(2018, 2020), c(2021, 2024), c(2021, 2023), c(2022, 2024))
pairs <- rbind(c(1, 2), c(1, 4), c(3, 4))
averages <- changes <- NULL
for (domain in c("00", "01", "02", "03")) {
  inside <- domain == "00" | d$group == as.integer(domain)
  p <- sapply(years, function(year) 100 * weighted.mean(d$y[inside & d$year == year], d$w[inside & d$year == year]))
  v <- covariance(inside)
  if (domain != "00") {   # all clusters in all years: one design, as survey has it
    yearly <- svyby(~I(100 * y), ~year, subset(whole, inside & year <= 2020), svymean, covmat = TRUE)
    stopifnot(max(abs(vcov(yearly) - v[1:3, 1:3])) < 1e-10,
      abs(SE(svycontrast(yearly, rep(1 / 3, 3))) - sqrt(sum(v[1:3, 1:3])) / 3) < 1e-10)
  }
  weights <- apply(periods, 1, function(period) (years >= period[1] & years <= period[2]) / (period[2] - period[1] + 1))
  # Years that share no cluster, directly or through others that count, have strata of their own.
  df <- function(a) {
    rows <- inside & d$year %in% years[a != 0]
    counted <- d[rows, ]
    key <- paste(counted$sample, counted$stratum, counted$cluster)
    counted$sample <- 0
    for (year in unique(counted$year)) {
      here <- counted$year == year
      earlier <- counted$sample[counted$year < year & key %in% key[here]]
      counted$sample[here] <- if (length(earlier)) earlier[1] else year
    }
    degf(design(counted))
  }
  for (k in seq_len(nrow(periods))) {
    a <- weights[, k]
    averages <- rbind(averages, data.frame(domain, from = periods[k, 1], to = periods[k, 2],
      percent = sum(a * p), standard_error = sqrt(c(a %*% v %*% a)), df = df(a)))
  }
  for (k in seq_len(nrow(pairs))) {
    first <- pairs[k, 1]; second <- pairs[k, 2]
    a <- weights[, second] - weights[, first]
    a[abs(a) < 1e-12] <- 0
    t <- sum(a * p) / sqrt(c(a %*% v %*% a))
    changes <- rbind(changes, data.frame(domain, first_from = periods[first, 1], first_to = periods[first, 2],
      from = periods[second, 1], to = periods[second, 2], change = sum(a * p), standard_error = sqrt(c(a %*% v %*% a)),
      covariance = c(weights[, first] %*% v %*% weights[, second]), df = df(a), p_value = 2 * pt(-abs(t), df(a))))
  }
}
write.csv(averages, file.path(out, "average.csv"), row.names = FALSE)
write.csv(changes, file.path(out, "average_change.csv"), row.names = FALSE)
