# Golden numbers of ChangeCommandTest: ENDES 2018 (real design, simulated answers) and ENDES 2020 (real), whose clusters are of one
# master sample. Run from the project root, with the folder of real files beside it:
#   Rscript jobs/src/test/r/change-endes.R [TABLES]
# TABLES is the folder tables that "change --from 2018 --to 2020 --by national,region,residence,region:residence --decompose
# residence --indicator partner_violence_sexual_ever" left: every row is then compared, and the largest differences printed.
# Needs haven. All formulas are written out here: linearised totals of the full design, clusters matched by V001 with equal V022.
suppressMessages(library(haven))
options(digits = 15)
shared <- "../shared/data"
num <- function(x) as.numeric(zap_labels(x))
read <- function(file, columns) {
  d <- if (grepl("dta$", file)) read_dta(file) else read_sav(file, user_na = FALSE)
  names(d) <- toupper(names(d))
  as.data.frame(d[columns])
}
dir18 <- file.path(shared, "endes-2018-simulated-answers")
base <- read(file.path(dir18, "REC0111.SAV"), c("CASEID", "V001", "V022", "V005", "V024", "V025", "V012", "V044"))
union <- read(file.path(dir18, "RE516171.SAV"), c("CASEID", "V502"))
acts <- read(file.path(dir18, "REC84DV.SAV"), c("CASEID", "D105H", "D105I"))
d <- merge(merge(base, union, all.x = TRUE), acts, all.x = TRUE)
w18 <- data.frame(cluster = num(d$V001), stratum = num(d$V022), w = num(d$V005) / 1e6, region = num(d$V024), residence = num(d$V025), age = num(d$V012))
w18$asked <- num(d$V044) %in% 1 & num(d$V502) %in% 1:2 & w18$age >= 15 & w18$age <= 49
w18$y <- num(d$D105H) %in% 1:4 | num(d$D105I) %in% 1:4

dir20 <- file.path(shared, "endes-2020")
h <- read(file.path(dir20, "RECH0.dta"), c("HHID", "HV001", "HV022", "HV005", "HV024", "HV025"))
a <- read(file.path(dir20, "REC84DV.dta"), c("CASEID", "D105A", "D105H", "D105I"))
m <- read(file.path(dir20, "RECH1.dta"), c("HHID", "HVIDX", "HV105"))
a$HHID <- substr(a$CASEID, 1, 15)
a$LINE <- as.numeric(substr(a$CASEID, 16, 18))
d <- merge(a, h, by = "HHID", all.x = TRUE)
d <- merge(d, m, by.x = c("HHID", "LINE"), by.y = c("HHID", "HVIDX"), all.x = TRUE)
w20 <- data.frame(cluster = num(d$HV001), stratum = num(d$HV022), w = num(d$HV005) / 1e6, region = num(d$HV024), residence = num(d$HV025), age = num(d$HV105))
w20$asked <- !is.na(num(d$D105A))
w20$y <- num(d$D105H) %in% 1:4 | num(d$D105I) %in% 1:4
w18 <- subset(w18, w > 0); w20 <- subset(w20, w > 0)
w18$key <- factor(paste(w18$stratum, w18$cluster, sep = ".")); w20$key <- factor(paste(w20$stratum, w20$cluster, sep = "."))
cat("rows", nrow(w18), nrow(w20), "asked", sum(w18$asked), sum(w20$asked), "\n")

# Cluster scores of a proportion in a domain, linearised.
scores <- function(d, inside) {
  b <- d$w * (d$asked & inside); a <- b * d$y
  p <- sum(a) / sum(b)
  z <- tapply((a - p * b) / sum(b), d$key, sum)
  list(p = p, z = z, stratum = sub("\\..*", "", names(z)))
}
variance <- function(s) sum(tapply(s$z, s$stratum, function(z) if (length(z) > 1) length(z) / (length(z) - 1) * sum((z - mean(z))^2) else 0))
covariance <- function(s, t) {
  both <- intersect(names(s$z), names(t$z))
  h <- sub("\\..*", "", both)
  sum(sapply(split(both, h), function(k) {
    n <- length(k); x <- s$z[k]; y <- t$z[k]
    if (n > 1) n / (n - 1) * sum((x - mean(x)) * (y - mean(y))) else 0
  }))
}
# Clusters less strata with a woman of the domain who was asked, in the design of both years: a cluster of both is one, and a
# stratum is one where it has such a cluster (degf of svydesign(~cluster, strata = ~stratum, nest = TRUE) gives the same).
df <- function(in18, in20) {
  a <- unique(as.character(w18$key[in18 & w18$asked])); b <- unique(as.character(w20$key[in20 & w20$asked]))
  h <- function(keys) unique(sub("\\..*", "", keys))
  length(union(a, b)) - length(h(a)) - length(h(b)) + length(h(intersect(a, b)))
}
change <- function(name, in18, in20) {
  s <- scores(w18, in18); t <- scores(w20, in20)
  v <- c(variance(s), variance(t), covariance(s, t))
  cat(name, format(c(100 * (t$p - s$p), 100 * sqrt(v[1] + v[2] - 2 * v[3]), 1e4 * v[3]), digits = 15), "\n")
}
change("national|00", TRUE, TRUE)
for (r in c(1, 15, 19)) change(sprintf("region|%02d", r), w18$region == r, w20$region == r)
for (r in 1:2) change(sprintf("residence|%d", r), w18$residence == r, w20$residence == r)

# Region against the rest of the country: the scores of the two changes apart, with their covariance.
apart <- function(r) {
  one <- function(d) {
    s <- scores(d, d$region == r); t <- scores(d, d$region != r)
    list(p = s$p - t$p, z = s$z - t$z, stratum = s$stratum)
  }
  a <- one(w18); b <- one(w20)
  c(100 * (b$p - a$p), 100 * sqrt(variance(a) + variance(b) - 2 * covariance(a, b)))
}
for (r in c(19, 15)) cat(sprintf("rest %02d", r), format(apart(r), digits = 15), "\n")

# Did all regions change alike? Wald, with the covariances of their changes (0 between regions: no stratum is in two).
regions <- t(sapply(1:25, function(r) {
  s <- scores(w18, w18$region == r); t <- scores(w20, w20$region == r)
  c(s$p, t$p, variance(s), variance(t), covariance(s, t), df(w18$region == r, w20$region == r))
}))
d <- regions[, 2] - regions[, 1]; v <- regions[, 3] + regions[, 4] - 2 * regions[, 5]
chi <- sum((d - sum(d / v) / sum(1 / v))^2 / v)
cat("regions alike", format(c(chi, pchisq(chi, 24, lower.tail = FALSE)), digits = 15), "\n")

# Relative change of each region with Fieller's interval: the ratios t for which to - t from does not differ from 0.
relative <- function(x) {
  q <- qt(.975, x[6])
  f <- function(t) (x[2] - t * x[1])^2 - q^2 * (x[4] - 2 * t * x[5] + t^2 * x[3])
  r <- x[2] / x[1]
  if (x[1]^2 <= q^2 * x[3]) return(c(100 * (r - 1), NA, NA))
  root <- function(ends, way) uniroot(f, ends, extendInt = way, tol = 1e-14)$root
  100 * (c(r, max(0, root(c(0, r), "downX")), root(c(r, r + 1), "upX")) - 1)
}
cat("relative 19", format(relative(regions[19, ]), digits = 15), "df", regions[19, 6], "\n")

# Did urban and rural women change alike?
u <- list(scores(w18, w18$residence == 1), scores(w20, w20$residence == 1))
r <- list(scores(w18, w18$residence == 2), scores(w20, w20$residence == 2))
diff <- (u[[2]]$p - u[[1]]$p) - (r[[2]]$p - r[[1]]$p)
za <- list(z = u[[1]]$z - r[[1]]$z, stratum = u[[1]]$stratum); zb <- list(z = u[[2]]$z - r[[2]]$z, stratum = u[[2]]$stratum)
chi <- diff^2 / (variance(za) + variance(zb) - 2 * covariance(za, zb))
cat("alike", format(c(chi, pchisq(chi, 1, lower.tail = FALSE)), digits = 15), "\n")

# Kitagawa's split of the national change by residence; errors by the derivative of each part along every cluster.
parts <- function(x) {   # x: a1 b1 a2 b2 of both years
  f <- function(v) { r <- v[c(1, 3)] / v[c(2, 4)]; s <- v[c(2, 4)] / sum(v[c(2, 4)]); rbind(r, s) }
  p <- f(x[1:4]); q <- f(x[5:8])
  100 * c(composition = sum((q[2, ] - p[2, ]) * (p[1, ] + q[1, ]) / 2), rate = sum((q[1, ] - p[1, ]) * (p[2, ] + q[2, ]) / 2))
}
totals <- function(d) do.call(rbind, lapply(1:2, function(g) {
  b <- d$w * (d$asked & d$residence == g); a <- b * d$y
  rbind(tapply(a, d$key, sum), tapply(b, d$key, sum))
}))
t18 <- totals(w18); t20 <- totals(w20)
x <- c(rowSums(t18), rowSums(t20))
slope <- sapply(1:8, function(i) { h <- x; k <- 1e-5 * x[i]; h[i] <- x[i] + k; l <- x; l[i] <- x[i] - k; (parts(h) - parts(l)) / (2 * k) })
for (k in 1:2) {
  a <- list(z = colSums(slope[k, 1:4] * t18), stratum = sub("\\..*", "", colnames(t18)))
  b <- list(z = colSums(slope[k, 5:8] * t20), stratum = sub("\\..*", "", colnames(t20)))
  cat(names(parts(x))[k], format(c(parts(x)[k], sqrt(variance(a) + variance(b) + 2 * covariance(a, b))), digits = 12), "\n")
}

tables <- commandArgs(trailingOnly = TRUE)
if (length(tables) == 1) {
  largest <- function(name, ours, theirs) cat(name, length(ours), "numbers, largest relative difference",
    format(max(abs(ours - theirs) / pmax(abs(ours), 1e-3)), digits = 3), "\n")
  read.table <- function(name) read.csv(file.path(tables, paste0(name, ".csv")), colClasses = c(domain = "character"))
  inside <- function(d, by, domain) {
    codes <- as.numeric(strsplit(domain, "|", fixed = TRUE)[[1]])
    switch(by, national = TRUE, region = d$region == codes, residence = d$residence == codes,
           `region:residence` = d$region == codes[1] & d$residence == codes[2])
  }
  given <- subset(read.table("change"), !is.na(standard_error))
  ours <- t(mapply(function(by, domain) {
    s <- scores(w18, inside(w18, by, domain)); t <- scores(w20, inside(w20, by, domain))
    x <- c(s$p, t$p, variance(s), variance(t), covariance(s, t), df(inside(w18, by, domain), inside(w20, by, domain)))
    se <- 100 * sqrt(x[3] + x[4] - 2 * x[5]); change <- 100 * (x[2] - x[1]); reach <- qt(.975, x[6]) * se
    c(change, se, change - reach, change + reach, x[6], 2 * pt(-abs(change / se), x[6]), 1e4 * x[5], relative(x))
  }, given$by, given$domain))
  names <- c("change", "standard_error", "ci_low", "ci_high", "df", "p_value", "covariance", "relative_change", "relative_ci_low", "relative_ci_high")
  for (k in seq_along(names)) {
    known <- !is.na(given[[names[k]]])
    largest(names[k], given[[names[k]]][known], ours[known, k])
  }
  given$holm <- ave(given$p_value, given$by, FUN = function(p) p.adjust(p, "holm"))
  largest("p_adjusted", given$p_adjusted, given$holm)
  rest <- subset(read.table("change_contrast"), by == "region")
  theirs <- sapply(as.numeric(rest$domain), apart)
  largest("contrast", c(rest$difference, rest$standard_error), c(theirs[1, ], theirs[2, ]))
}
