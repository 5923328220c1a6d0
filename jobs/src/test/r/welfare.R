# Golden numbers of inequality and poverty, by R's survey package and the definitions:
#   Rscript welfare.R FOLDER
# writes incomes.csv (synthetic: 400 rows in 6 strata), totals.csv of a calibration, welfare.csv and covariances.csv for WelfareTest.
# The linearized variables are written out as sums over all pairs of rows; standard errors and covariances are svytotal's.
suppressMessages(library(survey))
out <- commandArgs(trailingOnly = TRUE)[1]
set.seed(1912)

psus <- data.frame(stratum = rep(1:6, c(6, 5, 7, 4, 6, 5)))
psus$psu <- seq_len(nrow(psus))
psus$effect <- rnorm(nrow(psus), 0, 0.3)
rows <- psus[rep(seq_len(nrow(psus)), length.out = 400), ]
n <- nrow(rows)
data <- data.frame(
  stratum = rows$stratum, psu = rows$psu, w = round(rexp(n, 1 / 80) + 5, 2),
  region = sample(c("coast", "highlands", "rainforest"), n, TRUE, c(0.5, 0.3, 0.2)))
data$income <- round(exp(6 - 0.3 * (data$region == "highlands") + rows$effect + rnorm(n, 0, 0.6)), -1)
data$income[sample(n, 12)] <- NA
write.csv(data, file.path(out, "incomes.csv"), row.names = FALSE, na = "", quote = FALSE)
totals <- data.frame(variable = "region", level = c("coast", "highlands", "rainforest"), total = c(17000, 10500, 7000))
write.csv(totals, file.path(out, "totals.csv"), row.names = FALSE, quote = FALSE)

data <- read.csv(file.path(out, "incomes.csv"))
plain <- svydesign(~psu, strata = ~stratum, weights = ~w, data = data)
designs <- list(plain = plain, calibrated = postStratify(plain, ~region, data.frame(region = totals$level, Freq = totals$total)))

gini <- function(y, w, within) {
  counts <- within & !is.na(y)
  v <- ifelse(counts, w, 0)
  y <- ifelse(is.na(y), 0, y)
  population <- sum(v)
  sum <- sum(v * y)
  larger <- outer(y, y, pmax)
  value <- sum(outer(v, v) * larger) / (population * sum) - 1
  # The derivative of the value by the weight of each row.
  z <- 2 * drop(larger %*% v) / (population * sum) - (value + 1) * (1 / population + y / sum)
  list(value = value, z = ifelse(counts, z, 0))
}

poverty <- function(y, w, within, power, line, share) {
  has <- !is.na(y) & w > 0
  v <- ifelse(has, w, 0)
  y <- ifelse(is.na(y), 0, y)
  all <- sum(v)
  moves <- rep(0, length(y))
  mean <- sum(v * y) / all
  h <- sqrt(sum(v * (y - mean)^2) / all) * all^(-1 / 5)
  if (is.na(line)) {
    order <- order(y[has])
    reached <- cumsum(v[has][order]) / all
    median <- y[has][order][which(reached >= 0.5 - 1e-12)[1]]
    line <- share * median
    moves <- -share * ((y <= median) - 0.5) / (sum(v * dnorm(median, y, h)))
    moves[!has] <- 0
  }
  d <- ifelse(within, v, 0)
  population <- sum(d)
  fgt <- function(power) ifelse(y < line, ((line - y) / line)^power, 0)
  value <- sum(d * fgt(power)) / population
  slope <- if (power == 0) sum(d * dnorm(line, y, h)) / population else
    sum(d * ifelse(y < line, power * ((line - y) / line)^(power - 1) * y / line^2, 0)) / population
  z <- ifelse(d > 0, (fgt(power) - value) / population, 0) + if (is.na(share)) 0 else slope * moves
  list(value = value, z = z, line = line, moves = moves)
}

welfare <- covariances <- NULL
for (name in names(designs)) {
  design <- designs[[name]]
  w <- weights(design)
  variables <- list()
  add <- function(measure, line, domain, value, z) {
    total <- svytotal(~z, update(design, z = z))
    if (line != "300") variables[[paste(measure, domain)]] <<- z
    welfare <<- rbind(welfare, data.frame(design = name, line, measure, domain, value, standard_error = as.numeric(SE(total))))
  }
  for (domain in c("00", "coast", "highlands", "rainforest")) {
    within <- domain == "00" | data$region == domain
    g <- gini(data$income, w, within)
    add("gini", "", domain, g$value, g$z)
    for (line in c("300", "60%")) {
      share <- if (line == "60%") 0.6 else NA
      for (power in 0:2) {
        p <- poverty(data$income, w, within, power, if (line == "60%") NA else 300, share)
        add(c("poverty_headcount", "poverty_gap", "poverty_severity")[power + 1], line, domain, p$value, p$z)
      }
      if (line == "60%" && domain == "00") add("poverty_line", line, domain, p$line, p$moves)
    }
  }
  # Of Gini's coefficients, and of the measures below a share of the median.
  v <- vcov(svytotal(do.call(cbind, variables), design))
  pairs <- which(upper.tri(v, diag = TRUE), arr.ind = TRUE)
  key <- do.call(rbind, strsplit(names(variables), " "))
  one <- key[pairs[, 1], ]
  other <- key[pairs[, 2], ]
  covariances <- rbind(covariances, data.frame(design = name, measure = one[, 1], domain = one[, 2], other_measure = other[, 1],
    other_domain = other[, 2], covariance = v[pairs])[(one[, 1] == "gini") == (other[, 1] == "gini"), ])
}
write.csv(welfare, file.path(out, "welfare.csv"), row.names = FALSE)
write.csv(covariances, file.path(out, "covariances.csv"), row.names = FALSE)
