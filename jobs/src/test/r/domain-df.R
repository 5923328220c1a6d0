# Golden numbers of DomainDegreesOfFreedomTest: R survey on the design that the test writes.
#   Rscript jobs/src/test/r/domain-df.R
suppressMessages(library(survey))
options(digits = 15, survey.lonely.psu = "certainty")

d <- expand.grid(woman = 0:9, cluster = 1:3, stratum = 1:20)
d$age <- 15 + (7 * d$woman + 3 * d$cluster + 5 * d$stratum) %% 35
d$union <- ifelse(d$age < 20, (d$stratum + d$cluster + d$woman) %% 3 == 0, d$woman %% 5 > 0)
d$hurt <- as.integer((3 * d$stratum + 5 * d$cluster + 7 * d$woman) %% 11 < 4)
d$weight <- .5 + (31 * d$stratum + 17 * d$cluster + 13 * d$woman) %% 50 * .02
d$group <- d$age %/% 5 * 5
full <- svydesign(~cluster, strata = ~stratum, weights = ~weight, data = d, nest = TRUE)
for (from in c(15, 20)) {
  asked <- subset(full, union & group == from)
  interval <- svyciprop(~hurt, asked, method = "logit", df = degf(asked))
  cat(from, "n", nrow(asked), "df", degf(asked), "of all women", degf(subset(full, group == from)),
      "psus", nrow(unique(asked$cluster)), "strata", length(unique(asked$strata[, 1])),
      "percent", 100 * coef(interval), "SE", 100 * SE(svymean(~hurt, asked)),
      "interval", 100 * attr(interval, "ci"), "\n")
}
cat("country", degf(subset(full, union)), "\n")
