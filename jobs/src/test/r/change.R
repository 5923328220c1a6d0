# Golden numbers of the tests of org.quipu.change. Run from the project root:
#   Rscript jobs/src/test/r/change.R
# Needs survey and metafor; writes the totals of the made-up survey to
# jobs/src/test/resources/org/quipu/change/two-years.csv and prints the rest.
suppressMessages({library(survey); library(metafor)})
options(digits = 15)

cat("\n== p.adjust\n")
p <- c(0.001, 0.04, NA, 0.03, 0.2, 0.01)
print(p.adjust(p, "holm")); print(p.adjust(p, "BH"))

cat("\n== change of a mean in the same clusters: api00 - api99 in apiclus1 (with fpc)\n")
data(api)
clus1 <- svydesign(id = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc)
both <- svymean(~api99 + api00, clus1)
print(coef(both)); print(vcov(both))
change <- svycontrast(both, c(-1, 1)); print(c(coef(change), SE(change)))
df <- degf(clus1)
t <- coef(change) / SE(change)
print(c(t = t, df = df, p = 2 * pt(-abs(t), df), half = qt(.975, df) * SE(change)))

cat("\n== Fieller interval of the ratio, by inverting the test of to - theta * from\n")
fieller <- function(from, to, v1, v2, c12, df) {
  q <- qt(.975, df)
  f <- function(th) (to - th * from)^2 - q^2 * (v2 - 2 * th * c12 + th^2 * v1)
  r <- to / from
  100 * (c(uniroot(f, c(-5, r), tol = 1e-15)$root, uniroot(f, c(r, 20), tol = 1e-15)$root) - 1)
}
print(fieller(coef(both)[1], coef(both)[2], vcov(both)[1, 1], vcov(both)[2, 2], vcov(both)[1, 2], df))
print(fieller(74.3, 49.6, 2.9^2, 2.7^2, 0, 220))
print(fieller(74.3, 49.6, 2.9^2, 2.7^2, 3.1, 220))
print(fieller(6, 2, 1.5^2, 1.1^2, 0, Inf))

cat("\n== a made-up survey of two years in the same clusters: 5 strata of 3 clusters, 3 groups\n")
set.seed(20172022)
d <- expand.grid(person = 1:14, cluster = 1:3, stratum = 1:5, year = 1:2)
u <- runif(15)[(d$stratum - 1) * 3 + d$cluster]
d$group <- sample(3, nrow(d), TRUE, c(.5, .3, .2))
d$group <- ifelse(d$year == 2 & d$group == 1 & runif(nrow(d)) < .3, 3, d$group)
d$y <- as.integer(runif(nrow(d)) < .25 + .15 * d$group + .3 * (u - .5) - .1 * (d$year - 1))
d$w <- round(.5 + runif(nrow(d)), 3)
design <- svydesign(~cluster, strata = ~stratum, weights = ~w, data = d, nest = TRUE)
cells <- expand.grid(x = c("a", "b"), year = 1:2, group = 1:3)   # a = w*y, b = w
for (i in seq_len(nrow(cells))) {
  here <- d$year == cells$year[i] & d$group == cells$group[i]
  design$variables[[paste0("t", i)]] <- here * (if (cells$x[i] == "a") d$y else 1)
}
totals <- svytotal(as.formula(paste("~", paste0("t", 1:12, collapse = "+"))), design)
dir <- "jobs/src/test/resources/org/quipu/change"
dir.create(dir, showWarnings = FALSE, recursive = TRUE)
write.table(format(cbind(coef(totals), vcov(totals)), digits = 17, trim = TRUE),
            file.path(dir, "two-years.csv"), sep = ",", quote = FALSE, row.names = FALSE, col.names = FALSE)

write.csv(d[c("year", "stratum", "cluster", "group", "y", "w")], file.path(dir, "rows.csv"), quote = FALSE, row.names = FALSE)

cat("\n== the same with other clusters in the second year: covariances between the years, by the formula\n")
# Stratum 1 keeps one cluster (no covariance), stratum 2 two, stratum 5 is another stratum.
d2 <- subset(d, year == 2)
d2$cluster <- ifelse(d2$stratum == 1 & d2$cluster > 1 | d2$stratum == 2 & d2$cluster == 3, d2$cluster + 10, d2$cluster)
d2$stratum[d2$stratum == 5] <- 9
cluster.totals <- function(x, g, part) {
  z <- tapply((x$group == g) * x$w * (if (part == "a") x$y else 1), list(x$stratum, x$cluster), sum)
  z
}
between <- function(x, y) {
  s <- 0
  for (h in intersect(rownames(x), rownames(y))) {
    both <- intersect(colnames(x)[!is.na(x[h, ])], colnames(y)[!is.na(y[h, ])])
    n <- length(both)
    if (n >= 2) { p <- x[h, both]; q <- y[h, both]; s <- s + n / (n - 1) * sum((p - mean(p)) * (q - mean(q))) }
  }
  s
}
for (g in 1:3) for (p in c("a", "b")) for (q in c("a", "b"))
  cat(g, p, q, format(between(cluster.totals(subset(d, year == 1), g, p), cluster.totals(d2, g, q)), digits = 15), "\n")
cat("1 a 2 b", format(between(cluster.totals(subset(d, year == 1), 1, "a"), cluster.totals(d2, 2, "b")), digits = 15), "\n")

cat("\n== degrees of freedom of the groups in both years' clusters, and with other clusters in the second year\n")
pooled <- function(second) svydesign(~cluster, strata = ~stratum, weights = ~w, nest = TRUE, data = rbind(subset(d, year == 1), second))
for (g in 1:3) cat(g, degf(subset(pooled(subset(d, year == 2)), group == g)), degf(subset(pooled(d2), group == g)), "\n")
cat("of one year", sapply(1:2, function(t) sapply(1:3, function(g) degf(subset(design, year == t & group == g)))), "\n")

ratio <- function(as, bs) sprintf("100*(%s)/(%s)", paste0("t", as, collapse = "+"), paste0("t", bs, collapse = "+"))
a <- function(g, y) 4 * (g - 1) + 2 * (y - 1) + 1
b <- function(g, y) a(g, y) + 1
lin <- function(...) svycontrast(totals, lapply(c(...), function(s) parse(text = s)[[1]]))
say <- function(name, s) { e <- lin(x = s); cat(name, format(c(coef(e), SE(e)), digits = 15), "\n") }
chg <- function(g) paste(ratio(a(g, 2), b(g, 2)), "-", ratio(a(g, 1), b(g, 1)))
for (g in 1:3) say(paste("change of group", g), chg(g))
for (g in 1:3) {
  o <- setdiff(1:3, g)
  rest <- paste(ratio(a(o, 2), b(o, 2)), "-", ratio(a(o, 1), b(o, 1)))
  say(paste("change of the rest", g), rest)
  say(paste("group less rest   ", g), paste(chg(g), "- (", rest, ")"))
}
changes <- lin(g1 = chg(1), g2 = chg(2), g3 = chg(3))
cat("covariance of the changes\n"); print(vcov(changes))
wald <- rma.mv(as.numeric(coef(changes)), vcov(changes))
cat("heterogeneity", format(c(wald$QE, wald$QEp), digits = 15), "\n")

all1 <- paste0("(", paste0("t", b(1:3, 1), collapse = "+"), ")")
all2 <- paste0("(", paste0("t", b(1:3, 2), collapse = "+"), ")")
share <- function(g, y) sprintf("t%d/%s", b(g, y), if (y == 1) all1 else all2)
rate <- function(g, y) sprintf("(100*t%d/t%d)", a(g, y), b(g, y))
say("composition", paste(sprintf("(%s - %s)*(%s+%s)/2", share(1:3, 2)[1:3], share(1:3, 1), rate(1:3, 1), rate(1:3, 2)), collapse = "+"))
say("rate       ", paste(sprintf("(%s - %s)*(%s+%s)/2", rate(1:3, 2), rate(1:3, 1), share(1:3, 1), share(1:3, 2)), collapse = "+"))
say("crude      ", paste(ratio(a(1:3, 2), b(1:3, 2)), "-", ratio(a(1:3, 1), b(1:3, 1))))

cat("\n== the survey by provinces as MadeUpSurvey has them: change, error, df, p, smallest change found 8 times out of 10\n")
d$province <- ifelse(d$stratum > 3, 2, ifelse(d$cluster == 1, 3, 1))
for (p in 1:3) {
  design$variables <- cbind(d, lapply(c(a1 = 1, a2 = 2), function(t) d$y * (d$province == p & d$year == t)), lapply(c(b1 = 1, b2 = 2), function(t) 1 * (d$province == p & d$year == t)))
  change <- svycontrast(svytotal(~a1 + b1 + a2 + b2, design), quote(100 * (a2 / b2 - a1 / b1)))
  df <- degf(subset(design, province == p)); q <- qt(.975, max(1, df))
  power <- function(x) pt(-q, df, x) + pt(q, df, x, lower.tail = FALSE)
  cat(p, format(c(coef(change), SE(change), df), digits = 15),
      if (df > 0) format(c(2 * pt(-abs(coef(change) / SE(change)), df), SE(change) * uniroot(function(x) power(x) - .8, c(0, 100), tol = 1e-13)$root), digits = 15), "\n")
}

cat("\n== direct standardisation to shares .5 .3 .2, by svystandardize\n")
design$variables$g <- factor(d$group); design$variables$yr <- factor(d$year)
std <- svystandardize(design, by = ~g, over = ~yr, population = c(.5, .3, .2))
by <- svyby(~y, ~yr, std, svymean)
print(100 * c(coef(by), SE(by)))
say("from", paste(sprintf("%s*%s", c(.5, .3, .2), rate(1:3, 1)), collapse = "+"))
say("to  ", paste(sprintf("%s*%s", c(.5, .3, .2), rate(1:3, 2)), collapse = "+"))
say("change", paste(sprintf("%s*(%s-%s)", c(.5, .3, .2), rate(1:3, 2), rate(1:3, 1)), collapse = "+"))

cat("\n== trend by generalised least squares with known covariance (metafor rma.mv)\n")
y <- c(61.2, 58.9, 59.4, 54.1, 55.0); years <- c(2018, 2019, 2020, 2022, 2024)
v <- diag(c(.8, .9, 1.1, .7, .75)^2)
v[1, 2] <- v[2, 1] <- .3; v[1, 3] <- v[3, 1] <- .22; v[2, 3] <- v[3, 2] <- .35
fit <- rma.mv(y, v, mods = ~years)
cat(format(c(coef(fit)[2], fit$se[2], fit$pval[2], fit$ci.lb[2], fit$ci.ub[2], fit$QE, fit$QEp), digits = 15), "\n")
x <- cbind(1, years - mean(years)); vi <- solve(v)
line <- solve(t(x) %*% vi %*% x); bh <- line %*% t(x) %*% vi %*% y; r <- y - x %*% bh
cat(format(c(bh[2], sqrt(line[2, 2]), t(r) %*% vi %*% r), digits = 15), "\n")
