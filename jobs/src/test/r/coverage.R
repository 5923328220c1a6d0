# Coverage of three regions and two years, from the raw files and by the code of the place alone:
# the numbers of MinistryRecordsTest and CoverageTest. Rscript coverage.R DATA, where DATA holds programs/ and geography/.
data <- commandArgs(TRUE)[1]
count <- function(x) as.numeric(gsub(",", "", x))
actions <- read.csv(file.path(data, "programs/preventive-actions.csv"), check.names = FALSE,
                    fileEncoding = "UTF-8-BOM", colClasses = "character")
code <- formatC(as.integer(actions$UBIGEO), width = 6, flag = "0", format = "d")
provinces <- read.csv(file.path(data, "geography/provinces-census-2017.csv"),
                      colClasses = c(province = "character"))
women <- tapply(provinces$women_15_49, substr(provinces$province, 1, 2), sum)
districts <- read.csv2(file.path(data, "geography/districts-population-2025.csv"),
                       fileEncoding = "UTF-8-BOM", colClasses = "character")
people <- tapply(as.numeric(districts[[8]]), substr(districts$ubigeo, 1, 2), sum)
number <- table(substr(districts$ubigeo, 1, 2))
show <- function(years, region) {
  rows <- actions$YEAR %in% years & substr(code, 1, 2) == region
  informed <- sum(count(actions[rows, 17]))
  acted <- sum(count(actions[rows, ncol(actions)]))
  served <- length(unique(code[rows]))
  cat(range(years), region, informed, acted, served,
      format(c(1000 * informed / women[[region]], 1000 * informed / people[[region]],
               10000 * acted / people[[region]], 100 * served / number[[region]]), digits = 17),
      "\n")
}
for (year in c(2017, 2022)) for (region in c("08", "15", "19")) show(year, region)
show(2018:2021, "19")
