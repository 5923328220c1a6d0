# Completes data/demo/prevalence.csv: the levels that the synthetic surveys need and nobody published.
# Run in the project's root: Rscript jobs/src/test/r/demo-targets.R
#
# 2017, regions: each region's 2022 figure, its distance from the country shrunk by 0.7 and shaken by a normal of
# 0.12 on the logit scale, moved in common until the weighted regions give the country's published figure and
# kept under 73.0 (INEI named its five highest; the fifth is 73.6). Physical and sexual violence: the regions of 2022,
# physical moved by half of the change of any form, each shaken by the sampling error that the difference of two such
# surveys has (design effect 1.7), and moved in common to the country's figure. 12 months: the country's figures of 2018
# where 2017 has none. 2022, physical or sexual in 12 months: the country's share of sexual violence without physical.
set.seed(2017)
figures <- read.csv("data/demo/prevalence.csv", colClasses = c(region = "character"))
figures <- figures[figures$kind != "assumed", ]
areas <- read.csv("data/demo/areas.csv", colClasses = c(area = "character"))
region <- substr(areas$area, 1, 2)
share <- tapply(areas$women_percent, region, sum) / 100
codes <- names(share)

published <- function(year, form, window, of = codes) {
  x <- figures[figures$year == year & figures$form == form & figures$window == window, ]
  setNames(x$percent[match(of, x$region)], of)
}
country <- function(year, form, window) unname(published(year, form, window, "00"))
national <- function(percent) sum(share * percent)
moved <- function(percent, target, fixed = rep(NA, length(percent)), cap = 100) {
  level <- function(c) ifelse(is.na(fixed), pmin(cap, 100 * plogis(qlogis(percent / 100) + c)), fixed)
  level(uniroot(function(c) national(level(c)) - target, c(-5, 5), tol = 1e-12)$root)
}

any22 <- published(2022, "any", "ever")
psy22 <- published(2022, "psychological", "ever")
rough <- 100 * plogis(0.7 * qlogis(any22 / 100) + rnorm(length(codes), 0, 0.12))
any17 <- moved(rough, country(2017, "any", "ever"), published(2017, "any", "ever"), 73)

gap22 <- any22 - psy22
psy17 <- any17 - gap22 * (country(2017, "any", "ever") - country(2017, "psychological", "ever")) / national(gap22)
rise <- qlogis(any17 / 100) - qlogis(any22 / 100)
n <- tapply(areas$women_asked, region, sum)
sampled <- function(percent) {
  p <- percent / 100
  100 * plogis(qlogis(p) + rnorm(length(p), 0, sqrt(2 * 1.7 / (n * p * (1 - p)))))
}
phys17 <- moved(sampled(100 * plogis(qlogis(published(2022, "physical", "ever") / 100) + rise / 2)), country(2017, "physical", "ever"))
sex17 <- moved(sampled(published(2022, "sexual", "ever")), country(2017, "sexual", "ever"))

# 12 months, as parts of what ever happened
part <- function(form, ever17, target) {
  ratio <- qlogis(published(2022, form, "12m") / published(2022, form, "ever"))
  level <- function(c) ever17 * plogis(ratio + c)
  level(uniroot(function(c) national(level(c)) - target, c(-5, 5), tol = 1e-12)$root)
}
psy17r <- part("psychological", psy17, 36.9)
phys17r <- part("physical", phys17, 10.3)
sex17r <- part("sexual", sex17, 2.6)
gap22r <- published(2022, "any", "12m") - published(2022, "psychological", "12m")
any17r <- psy17r + gap22r * (38.1 - 36.9) / national(gap22r)
only <- function(year, physical, sexual) physical + sexual * (country(year, "physical_or_sexual", "12m") - national(physical)) / national(sexual)
phys22r <- published(2022, "physical", "12m")
ps22r <- only(2022, phys22r, published(2022, "sexual", "12m"))
ps17r <- only(2017, phys17r, sex17r)

rows <- function(year, form, window, percent) {
  x <- data.frame(year = year, region = codes, form = form, window = window, percent = round(percent, 2), kind = "assumed")
  x[!paste(year, codes, form, window) %in% with(figures, paste(year, region, form, window)), ]
}
new <- rbind(
  rows(2017, "any", "ever", any17), rows(2017, "psychological", "ever", psy17),
  rows(2017, "physical", "ever", phys17), rows(2017, "sexual", "ever", sex17),
  rows(2017, "any", "12m", any17r), rows(2017, "psychological", "12m", psy17r),
  rows(2017, "physical", "12m", phys17r), rows(2017, "sexual", "12m", sex17r),
  rows(2017, "physical_or_sexual", "12m", ps17r), rows(2022, "physical_or_sexual", "12m", ps22r))
all <- rbind(figures, new)
all <- all[order(all$year, all$region, all$window != "ever", all$form), ]
write.csv(all, "data/demo/prevalence.csv", row.names = FALSE, quote = FALSE)
