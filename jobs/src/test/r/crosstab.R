# Golden numbers of crosstabs, by R's survey package:
#   Rscript crosstab.R FOLDER
# writes sample.csv (synthetic: 500 rows in 6 strata), totals.csv of a calibration, cells.csv and tests.csv for CrosstabTest.
suppressMessages(library(survey))
out <- commandArgs(trailingOnly = TRUE)[1]
set.seed(1984)

psus <- data.frame(stratum = rep(1:6, c(7, 5, 6, 4, 8, 5)))
psus$psu <- seq_len(nrow(psus))
psus$effect <- rnorm(nrow(psus), 0, 0.5)
rows <- psus[rep(seq_len(nrow(psus)), length.out = 500), ]
n <- nrow(rows)
data <- data.frame(
  stratum = rows$stratum, psu = rows$psu, w = round(rexp(n, 1 / 60) + 5, 2), residence = ifelse(runif(n) < 0.6, "urban", "rural"),
  wealth = sample(c("poor", "middle", "rich"), n, TRUE, c(0.4, 0.35, 0.25)))
data$violence <- findInterval(0.5 * (data$wealth == "poor") + rows$effect + rlogis(n), c(0.3, 1.2, 2.4))
data$violence[data$wealth == "rich" & data$violence == 3] <- 2
data$violence[sample(n, 15)] <- NA
data$wealth[sample(n, 10)] <- NA
write.csv(data, file.path(out, "sample.csv"), row.names = FALSE, na = "", quote = FALSE)
totals <- data.frame(variable = "residence", level = c("rural", "urban"), total = c(12500, 20000))
write.csv(totals, file.path(out, "totals.csv"), row.names = FALSE, quote = FALSE)

data <- read.csv(file.path(out, "sample.csv"), na.strings = "")
plain <- svydesign(~psu, strata = ~stratum, weights = ~w, data = data)
whole <- list(plain = plain,
  calibrated = postStratify(plain, ~residence, data.frame(residence = totals$level, Freq = totals$total)))
cells <- tests <- NULL
for (name in names(whole)) {
  for (part in c("all", "urban")) {
    here <- if (part == "all") rep(TRUE, n) else data$residence == "urban"
    nu <- degf(whole[[name]])
    # The rows with both columns; the others stay in the design with a share of 0.
    has <- here & !is.na(data$wealth) & !is.na(data$violence)
    d <- update(whole[[name]], cell = interaction(wealth, violence))
    share <- function(which, base) {
      d <- update(d, a = as.numeric(which & has), b = as.numeric(base & has))
      d <- update(d, a = ifelse(is.na(a), 0, a), b = ifelse(is.na(b), 0, b))
      ratio <- svyratio(~a, ~b, d)
      c(estimate = coef(ratio)[[1]], standard_error = SE(ratio)[[1]], cases = sum(which & has, na.rm = TRUE),
        n = sum(base & has, na.rm = TRUE))
    }
    for (row in c("middle", "poor", "rich")) for (column in 0:3) {
      in_row <- data$wealth == row
      in_column <- data$violence == column
      for (of in c("total", "row", "column")) {
        base <- if (of == "total") rep(TRUE, n) else if (of == "row") in_row else in_column
        cells <- rbind(cells, data.frame(design = name, part, row, column, of, t(share(in_row & in_column, base))))
      }
    }
    # svychisq drops the rows without a value itself, and takes its degrees of freedom from those left: from the whole design here.
    table <- subset(whole[[name]], has)
    add <- function(kind, statistic) {
      test <- svychisq(~wealth + violence, table, statistic = statistic)
      k <- 6
      left <- length(unique(table$cluster[, 1])) - length(unique(table$strata[, 1]))
      stopifnot(left == nu)
      value <- if (statistic == "Chisq") qchisq(test$p.value, k, lower.tail = FALSE) else test$statistic[[1]]
      df2 <- if (statistic == "Chisq") NA else test$parameter[[2]]
      tests <<- rbind(tests, data.frame(design = name, part, kind, statistic = value, df1 = test$parameter[[1]], df2 = df2,
        p_value = test$p.value[[1]]))
    }
    add("rao_scott", "F")
    add("rao_scott_first_order", "Chisq")
    # By definition: sum 2 p log(p / expected) in the place of Pearson's statistic, with the same correction.
    p <- prop.table(svytable(~wealth + violence, table))
    expected <- outer(rowSums(p), colSums(p))
    pearson <- sum((p - expected)^2 / expected)
    likelihood <- sum(ifelse(p == 0, 0, 2 * p * log(p / expected)))
    corrected <- svychisq(~wealth + violence, table, statistic = "F")
    f <- corrected$statistic[[1]] * likelihood / pearson
    df <- corrected$parameter
    tests <- rbind(tests, data.frame(design = name, part, kind = "likelihood_ratio", statistic = f, df1 = df[[1]], df2 = df[[2]],
      p_value = pf(f, df[[1]], df[[2]], lower.tail = FALSE)))
  }
}
# Wald's tests need the cells to be there: violence of 2 and more together.
data$violence <- pmin(data$violence, 2)
few <- svydesign(~psu, strata = ~stratum, weights = ~w, data = data)
for (statistic in c("Wald", "adjWald")) {
  test <- svychisq(~wealth + violence, few, statistic = statistic)
  tests <- rbind(tests, data.frame(design = "few", part = "all", kind = c(Wald = "wald", adjWald = "adjusted_wald")[[statistic]],
    statistic = drop(test$statistic), df1 = test$parameter[[1]], df2 = test$parameter[[2]], p_value = drop(test$p.value)))
}
write.csv(cells, file.path(out, "cells.csv"), row.names = FALSE)
write.csv(tests, file.path(out, "tests.csv"), row.names = FALSE, na = "")
