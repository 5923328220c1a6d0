# Golden numbers of contrasts of estimates, by R's survey and mitools packages. Run from the project root:
#   Rscript jobs/src/test/r/contrast.R [FOLDER]
# writes apiclus1.csv (with the weights of a jackknife), apistrat.csv, contrasts.csv, joint.csv and covariances.csv for
# ContrastCommandTest. Names of estimates are those of Quipu. The degrees of freedom of a contrast are the fewest of the estimates in
# it, each those of its domain's subset of the sample.
suppressMessages({library(survey); library(mitools)})
options(survey.lonely.psu = "certainty")
resources <- "jobs/src/test/resources/org/quipu"
out <- commandArgs(trailingOnly = TRUE)
out <- if (length(out)) out[1] else file.path(resources, "survey/contrast")
dir.create(out, showWarnings = FALSE, recursive = TRUE)
data(api)

contrasts <- joint <- covariances <- NULL
# Estimates with their covariance, names, degrees of freedom, and functions of them as Quipu has them.
add <- function(set, b, v, names, df, expressions) {
  names(b) <- names
  dimnames(v) <- list(names, names)
  statistic <- structure(b, var = v, statistic = "estimate", class = "svystat")
  parsed <- lapply(expressions, function(text) parse(text = text)[[1]])
  found <- svycontrast(statistic, parsed)
  used <- sapply(parsed, function(each) min(df[names %in% all.vars(each)]))
  estimate <- as.numeric(coef(found))
  se <- as.numeric(SE(found))
  contrasts <<- rbind(contrasts, data.frame(set, name = names(expressions), expression = unname(expressions), estimate,
    standard_error = se, ci_low = estimate - qt(0.975, used) * se, ci_high = estimate + qt(0.975, used) * se, df = used,
    p_value = 2 * pt(-abs(estimate / se), used)))
  k <- length(estimate)
  f <- drop(estimate %*% solve(vcov(found)) %*% estimate) / k
  joint <<- rbind(joint, data.frame(set, statistic = f, df1 = k, df2 = min(used), p_value = pf(f, k, min(used), lower.tail = FALSE)))
  pairs <- which(upper.tri(v, diag = TRUE), arr.ind = TRUE)
  covariances <<- rbind(covariances, data.frame(set, name = names[pairs[, 1]], other_name = names[pairs[, 2]], covariance = v[pairs]))
}

sample <- read.csv(file.path(resources, "survey/regression/sample.csv"), na.strings = "")
fit <- svyglm(violence ~ age + wealth, svydesign(~psu, strata = ~stratum, weights = ~w, data = sample, nest = TRUE),
  family = quasibinomial(), control = list(epsilon = 1e-15, maxit = 100))
add("regression", coef(fit), vcov(fit), sub("wealth", "wealth=", names(coef(fit))), rep(fit$df.residual, 5), c(
  gap = "`wealth=poorest` - `wealth=rich`", odds = "exp(`wealth=poorest`)", per = "`wealth=poor` / age"))

# Means in the domains of two columns crossed; names as "api00:stype:sch.wide=E|Yes".
cross <- function(design, sample) {
  found <- svyby(~api00, ~stype + sch.wide, design, svymean, covmat = TRUE)
  list(b = coef(found), v = vcov(found), names = paste0("api00:stype:sch.wide=", found$stype, "|", found$sch.wide),
    df = mapply(function(type, wide) degf(subset(sample, stype == type & sch.wide == wide)), found$stype, found$sch.wide))
}
name <- function(type, wide) paste0("`api00:stype:sch.wide=", type, "|", wide, "`")
double <- c(
  differences = sprintf("(%s - %s) - (%s - %s)", name("H", "Yes"), name("H", "No"), name("E", "Yes"), name("E", "No")),
  ratios = sprintf("(%s / %s) / (%s / %s)", name("H", "Yes"), name("H", "No"), name("E", "Yes"), name("E", "No")))
addCross <- function(set, design, sample = design) {
  found <- cross(design, sample)
  add(set, found$b, found$v, found$names, found$df, double)
}
clusters <- svydesign(~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1)
strata <- svydesign(~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = apistrat)
# Means of two outcomes in the domains of a column.
addOutcomes <- function(set, design, sample = design) {
  found <- svyby(~api99 + api00, ~sch.wide, design, svymean, covmat = TRUE)
  names <- paste0(rep(c("api99", "api00"), each = 2), ":sch.wide=", c("No", "Yes"))
  df <- sapply(c("No", "Yes"), function(level) degf(subset(sample, sch.wide == level)))
  add(set, coef(found), vcov(found), names, rep(df, 2), c(
    differences = "(`api00:sch.wide=Yes` - `api99:sch.wide=Yes`) - (`api00:sch.wide=No` - `api99:sch.wide=No`)",
    ratios = "(`api00:sch.wide=Yes` / `api99:sch.wide=Yes`) / (`api00:sch.wide=No` / `api99:sch.wide=No`)"))
}
addCross("clusters", clusters)
addOutcomes("strata", strata)
addCross("jk1", as.svrepdesign(clusters, type = "JK1", mse = FALSE), clusters)
addOutcomes("jkn", as.svrepdesign(strata, type = "JKn", mse = FALSE), strata)

# Two outcomes, domains of several tables and the whole population, by the influence of each row on each mean.
parts <- list(api00 = rep(TRUE, 183), `api00:stype=H` = apiclus1$stype == "H", `api00:sch.wide=No` = apiclus1$sch.wide == "No",
  `api00:stype:sch.wide=E|Yes` = apiclus1$stype == "E" & apiclus1$sch.wide == "Yes",
  `api99:stype=H` = apiclus1$stype == "H")
outcome <- apiclus1[sub(":.*", "", names(parts))]
addParts <- function(set, design) {
  w <- weights(design)
  means <- mapply(function(here, y) weighted.mean(y[here], w[here]), parts, outcome)
  influence <- mapply(function(here, y, mean) here * (y - mean) / sum(w[here]), parts, outcome, means)
  add(set, means, vcov(svytotal(influence, design)), names(parts), sapply(parts, function(here) degf(subset(design, here))), c(
    part = "`api00:stype=H` / api00", gain = "`api00:stype=H` - `api99:stype=H`",
    apart = "`api00:sch.wide=No` - `api00:stype:sch.wide=E|Yes`"))
}
addParts("tables", clusters)
addParts("calibrated", postStratify(clusters, ~stype, data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018))))

# Weights of a jackknife in the file, of clusters with replacement.
jackknife <- as.svrepdesign(svydesign(~dnum, weights = ~pw, data = apiclus1), type = "JK1")
weights <- round(weights(jackknife, type = "analysis"), 6)
colnames(weights) <- paste0("r", seq_len(ncol(weights)))
columns <- c("stype", "sch.wide", "pw", "fpc", "api99", "api00")
write.csv(apistrat[columns], file.path(out, "apistrat.csv"), row.names = FALSE, quote = FALSE)
write.csv(cbind(apiclus1[c("dnum", columns)], weights), file.path(out, "apiclus1.csv"), row.names = FALSE, quote = FALSE)
read <- read.csv(file.path(out, "apiclus1.csv"))
replicates <- svrepdesign(weights = ~pw, repweights = "r[0-9]+", data = read, type = "JK1", scale = 14 / 15, combined.weights = TRUE)
addCross("replicates", replicates)

# Imputations: Rubin's rules, with the degrees of freedom of Barnard and Rubin.
imputed <- read.csv(file.path(resources, "survey/imputation/imputed.csv"))
of <- lapply(1:5, function(i) {
  imputed$income <- imputed[[paste0("income_", i)]]
  svyby(~income, ~region, svydesign(~psu, strata = ~stratum, weights = ~w, data = imputed), svymean, covmat = TRUE)
})
all <- MIcombine(of)
complete <- sapply(sort(unique(imputed$region)), function(level)
  degf(subset(svydesign(~psu, strata = ~stratum, weights = ~w, data = imputed), imputed$region == level)))
within <- Reduce(`+`, lapply(of, function(each) diag(vcov(each)))) / 5
share <- 1 - within / diag(vcov(all))
df <- 1 / (1 / (4 / share^2) + 1 / ((1 - share) * complete * (complete + 1) / (complete + 3)))
add("imputed", coef(all), vcov(all), paste0("income:region=", names(complete)), df, c(
  gap = "`income:region=coast` - `income:region=highlands`", ratio = "`income:region=rainforest` / `income:region=coast`"))

# The women of two years in the same clusters, stacked: percentages of three groups, as regions 01 to 03.
women <- read.csv(file.path(resources, "change/rows.csv"))
women$percent <- 100 * women$y
women$cell <- paste(women$group, women$year)
stacked <- svydesign(~cluster, strata = ~stratum, weights = ~w, data = women, nest = TRUE)
cells <- svyby(~percent, ~cell, stacked, svymean, covmat = TRUE)
year <- function(cell) as.integer(sub(".* ", "", cell)) + 2017
name <- sprintf("partner_violence_physical_ever:region=%02d@%d", as.integer(sub(" .*", "", cells$cell)), year(cells$cell))
at <- function(group, year) sprintf("`partner_violence_physical_ever:region=%02d@%d`", group, year)
add("women", coef(cells), vcov(cells), name, sapply(cells$cell, function(cell) degf(subset(stacked, women$cell == cell))), c(
  change = paste(at(1, 2019), "-", at(1, 2018)),
  differences = sprintf("(%s - %s) - (%s - %s)", at(1, 2019), at(1, 2018), at(3, 2019), at(3, 2018)),
  ratios = sprintf("(%s / %s) / (%s / %s)", at(1, 2019), at(1, 2018), at(3, 2019), at(3, 2018))))

write.csv(contrasts, file.path(out, "contrasts.csv"), row.names = FALSE)
write.csv(joint, file.path(out, "joint.csv"), row.names = FALSE)
write.csv(covariances, file.path(out, "covariances.csv"), row.names = FALSE)
