# Estimates of the synthetic surveys by R survey, beside their targets.
# Rscript jobs/src/test/r/demo-check.R DIR    DIR: where quipu demo wrote the zips
suppressMessages(library(survey))
options(survey.lonely.psu = "certainty", width = 150)
dir <- commandArgs(TRUE)[1]
targets <- read.csv("data/demo/prevalence.csv", colClasses = c(region = "character"))

module <- function(survey, number, name, sep, encoding) {
  zip <- file.path(dir, sprintf("%s-Modulo%s.zip", survey, number))
  entry <- grep(paste0(name, "\\.csv$"), unzip(zip, list = TRUE)$Name, ignore.case = TRUE, value = TRUE)
  read.csv(unz(zip, entry), sep = sep, fileEncoding = encoding, strip.white = FALSE, na.strings = "")
}

for (year in c(2017, 2022)) {
  old <- year == 2017
  get <- function(number, name) module(if (old) 605 else 786, number, name, if (old) ";" else ",", if (old) "latin1" else "UTF-8-BOM")
  women <- get(if (old) 66 else 1631, "REC0111")
  unions <- get(if (old) 71 else 1635, "RE516171")
  answers <- get(if (old) 73 else 1637, "REC84DV")
  places <- get(if (old) 66 else 1631, "REC91")
  all <- merge(merge(merge(women, unions[c("CASEID", "V501", "V502")], all.x = TRUE), answers, by = "CASEID", all.x = TRUE), places, by = "CASEID", all.x = TRUE)
  all <- all[all$V005 > 0, ]
  all$asked <- with(all, V044 == 1 & !is.na(V502) & V502 > 0 & V012 >= 15)
  hit <- function(names, codes) Reduce(`|`, lapply(names, function(n) all[[n]] %in% codes))
  control <- paste0("D101", LETTERS[1:6]); recent <- paste0("QI1003", LETTERS[1:6], "N"); threats <- c("D103A", "D103B", "D103D")
  physical <- paste0("D105", LETTERS[1:7]); sexual <- c("D105H", "D105I")
  all$psychological_ever <- hit(control, 1) | hit(threats, 1:3)
  all$physical_ever <- hit(physical, 1:3); all$sexual_ever <- hit(sexual, 1:3)
  all$any_ever <- all$psychological_ever | all$physical_ever | all$sexual_ever
  all$psychological_12m <- hit(recent, 1:2) | hit(threats, 1:2)
  all$physical_12m <- hit(physical, 1:2); all$sexual_12m <- hit(sexual, 1:2)
  all$any_12m <- all$psychological_12m | all$physical_12m | all$sexual_12m
  all$physical_or_sexual_12m <- all$physical_12m | all$sexual_12m
  outcomes <- grep("_(ever|12m)$", names(all), value = TRUE)
  all[outcomes] <- lapply(all[outcomes], as.numeric)
  design <- subset(svydesign(ids = ~V001, strata = ~V022, weights = ~V005, data = all, nest = TRUE), asked)
  cat(year, nrow(women), "women", sum(women$V015 == 1), "complete; weights", sum(all$V005) / 1e6, "; asked", sum(all$V044 == 1, na.rm = TRUE),
      "; universe", sum(all$asked), sum(all$V005[all$asked]) / 1e6, "; clusters", length(unique(all$V001)), "strata", length(unique(all$V022)),
      "; smallest stratum", min(tapply(all$V001, all$V022, function(x) length(unique(x)))), "\n")
  print(table(women$V044, useNA = "a")); print(table(all$V501[all$asked]))
  for (outcome in outcomes) {
    parts <- regmatches(outcome, regexec("(.*)_(ever|12m)$", outcome))[[1]]
    of <- targets[targets$year == year & targets$form == parts[2] & targets$window == parts[3], ]
    f <- as.formula(paste0("~", outcome))
    m <- svymean(f, design, deff = "replace"); t <- of$percent[of$region == "00"]
    cat(sprintf("%-24s %8.4f target %8s se %.4f deff %.2f", outcome, 100 * coef(m), paste(t), 100 * SE(m), deff(m)))
    r <- svyby(f, ~V024, design, svymean, deff = "replace")
    t <- of$percent[match(sprintf("%02d", r$V024), of$region)]
    d <- 100 * r[[2]] - t
    cat(sprintf("  regions: largest difference %.3f (%.3f se), se %.2f-%.2f median %.2f, deff %.2f-%.2f median %.2f\n", max(abs(d)), max(abs(d) / (100 * r[[3]])),
      100 * min(r[[3]]), 100 * max(r[[3]]), 100 * median(r[[3]]), min(r[[4]]), max(r[[4]]), median(r[[4]])))
    if (outcome %in% c("any_ever")) print(data.frame(r$V024, 100 * r[[2]], t, se = 100 * r[[3]], deff = r[[4]]))
  }
  for (by in c("V025", "V013", "V106", "V190", "V501", "SREGION", "S119", "S119D"))
    print(svyby(~any_ever + physical_ever + psychological_12m, as.formula(paste0("~", by)), design, svymean)[, 1:7], digits = 3)
  for (v in c("V025","V013","V106","V190","SREGION")) print(round(100 * svytable(as.formula(paste0("~", v)), design) / sum(svytable(as.formula(paste0("~", v)), design)), 1))
  cv <- tapply(all$V005[all$asked], all$V024[all$asked], function(z) sd(z) / mean(z)); print(round(cv, 2))
  h <- all[all$asked, ]; print(round(100 * colMeans(sapply(h[c(control, threats, physical, sexual)], function(x) x %in% 1:3)), 1))
}
