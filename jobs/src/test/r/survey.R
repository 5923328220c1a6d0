# Golden values of the estimation engine on two ENDES files, by R's survey package over the full design.
#
#   Rscript jobs/src/test/r/survey.R DATA OUT.csv
#
# DATA is the folder with endes-2018-simulated-answers and endes-2020 (../shared/data). OUT.csv is
# jobs/src/test/resources/org/quipu/survey/endes-golden.csv. Made with R 4.2.2, survey 4.1-1, haven 2.5.1.
suppressMessages({
  library(survey)
  library(haven)
})
options(survey.lonely.psu = "certainty")

arguments <- commandArgs(trailingOnly = TRUE)
data <- arguments[1]
out <- arguments[2]

read <- function(folder, file, columns) {
  path <- file.path(data, folder, file)
  table <- if (grepl("dta$", file)) read_dta(path) else read_sav(path)
  table <- as.data.frame(zap_labels(zap_formats(table)))
  names(table) <- toupper(names(table))
  table[columns]
}

any_of <- function(table, columns, codes) {
  rowSums(sapply(columns, function(column) table[[column]] %in% codes)) > 0
}

# Estimates of each indicator in each domain of each table; a woman outside the universe has NA.
estimate <- function(year, women, indicators, tables) {
  women$national <- "00"
  women$region_residence <- ifelse(
    is.na(women$region) | is.na(women$residence), NA, paste(women$region, women$residence, sep = "|"))
  design <- svydesign(id = ~cluster, strata = ~stratum, weights = ~weight, data = women, nest = TRUE)
  rows <- list()
  for (indicator in indicators) {
    for (by in tables) {
      for (code in sort(unique(na.omit(women[[by]])))) {
        domain <- subset(design, women[[by]] %in% code)
        answered <- subset(design, women[[by]] %in% code & !is.na(women[[indicator]]))
        n <- nrow(answered$variables)
        if (n > 1) {
          mean <- svymean(as.formula(paste0("~", indicator)), answered, deff = "replace")
          rows[[length(rows) + 1]] <- data.frame(
            year, indicator, by = sub("_res", ":res", by), domain = code, n,
            percent = 100 * coef(mean)[[1]], se = 100 * SE(mean)[[1]], deff = deff(mean)[[1]], df = degf(domain))
        }
      }
    }
  }
  do.call(rbind, rows)
}

simulated <- function() {
  folder <- "endes-2018-simulated-answers"
  women <- read(folder, "REC0111.SAV", c("CASEID", "V001", "V005", "V012", "V022", "V024", "V025", "V044", "V106", "V190"))
  women <- merge(women, read(folder, "RE516171.SAV", c("CASEID", "V502")), all.x = TRUE)
  items <- c(paste0("D101", LETTERS[1:6]), "D103A", "D103B", "D103D", paste0("D105", LETTERS[1:9]))
  women <- merge(women, read(folder, "REC84DV.SAV", c("CASEID", items)), all.x = TRUE)
  women <- women[women$V005 > 0, ]
  asked <- women$V044 %in% 1 & women$V502 %in% 1:2 & women$V012 %in% 15:49
  yes <- 1:4
  psychological <- any_of(women, paste0("D101", LETTERS[1:6]), 1) | any_of(women, c("D103A", "D103B", "D103D"), yes)
  physical <- any_of(women, paste0("D105", LETTERS[1:7]), yes)
  sexual <- any_of(women, c("D105H", "D105I"), yes)
  universe <- function(x) ifelse(asked, as.numeric(x), NA)
  age <- ifelse(women$V012 %in% 15:49, 5 * women$V012 %/% 5, NA)
  estimate(
    2018,
    with(women, data.frame(
      cluster = V001, stratum = V022, weight = V005 / 1e6,
      region = sprintf("%02d", V024), residence = as.character(V025),
      age_group = ifelse(is.na(age), NA, paste(age, age + 4, sep = "-")),
      education = ifelse(V106 %in% 0:3, as.character(V106), NA),
      wealth = ifelse(V190 %in% 1:5, as.character(V190), NA),
      partner_violence_any_ever = universe(psychological | physical | sexual),
      partner_violence_psychological_ever = universe(psychological),
      partner_violence_physical_ever = universe(physical),
      partner_violence_sexual_ever = universe(sexual))),
    paste0("partner_violence_", c("any", "psychological", "physical", "sexual"), "_ever"),
    c("national", "region", "residence", "region_residence", "age_group", "education", "wealth"))
}

real <- function() {
  folder <- "endes-2020"
  women <- read(folder, "REC84DV.dta", c("CASEID", paste0("D105", c("A", "B", "C", "D", "E", "F", "H", "I"))))
  women$HHID <- substr(women$CASEID, 1, 15)
  women <- merge(women, read(folder, "RECH0.dta", c("HHID", "HV001", "HV005", "HV022", "HV024", "HV025")), all.x = TRUE)
  women <- merge(women, read(folder, "RECH23.dta", c("HHID", "SHPROVIN", "HV270")), all.x = TRUE)
  women <- women[women$HV005 > 0, ]
  universe <- function(x) ifelse(is.na(women$D105A), NA, as.numeric(x))
  yes <- 1:4
  estimate(
    2020,
    with(women, data.frame(
      cluster = HV001, stratum = HV022, weight = HV005 / 1e6,
      region = sprintf("%02d", HV024), residence = as.character(HV025),
      province = ifelse(is.na(SHPROVIN), NA, sprintf("%02d%02d", HV024, SHPROVIN)),
      wealth = ifelse(HV270 %in% 1:5, as.character(HV270), NA),
      partner_violence_physical_ever = universe(any_of(women, paste0("D105", LETTERS[1:6]), yes)),
      partner_violence_sexual_ever = universe(any_of(women, c("D105H", "D105I"), yes)))),
    paste0("partner_violence_", c("physical", "sexual"), "_ever"),
    c("national", "region", "residence", "region_residence", "province", "wealth"))
}

golden <- rbind(simulated(), real())
numbers <- c("percent", "se", "deff")
golden[numbers] <- lapply(golden[numbers], function(x) ifelse(is.finite(x), sprintf("%.15g", x), ""))
write.csv(golden, out, row.names = FALSE, quote = FALSE)
