# Golden numbers of ChangeCommandTest: ENDES 2018 (real design, simulated answers) and ENDES 2020 (real), whose clusters are of one
# master sample. Run from the project root, with the folder of real files beside it:
#   Rscript jobs/src/test/r/change-endes.R
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
cat("rows", nrow(w18), nrow(w20), "asked", sum(w18$asked), sum(w20$asked), "\n")

# Cluster scores of a proportion in a domain, linearised.
scores <- function(d, inside) {
  b <- d$w * (d$asked & inside); a <- b * d$y
  p <- sum(a) / sum(b)
  key <- interaction(d$stratum, d$cluster, drop = TRUE)
  z <- tapply((a - p * b) / sum(b), key, sum)
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
  cat(sprintf("rest %02d", r), format(c(100 * (b$p - a$p), 100 * sqrt(variance(a) + variance(b) - 2 * covariance(a, b))), digits = 15), "\n")
}
apart(19); apart(15)

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
  key <- interaction(d$stratum, d$cluster, drop = TRUE)
  rbind(tapply(a, key, sum), tapply(b, key, sum))
}))
t18 <- totals(w18); t20 <- totals(w20)
x <- c(rowSums(t18), rowSums(t20))
slope <- sapply(1:8, function(i) { h <- x; k <- 1e-5 * x[i]; h[i] <- x[i] + k; l <- x; l[i] <- x[i] - k; (parts(h) - parts(l)) / (2 * k) })
for (k in 1:2) {
  a <- list(z = colSums(slope[k, 1:4] * t18), stratum = sub("\\..*", "", colnames(t18)))
  b <- list(z = colSums(slope[k, 5:8] * t20), stratum = sub("\\..*", "", colnames(t20)))
  cat(names(parts(x))[k], format(c(parts(x)[k], sqrt(variance(a) + variance(b) + 2 * covariance(a, b))), digits = 12), "\n")
}
