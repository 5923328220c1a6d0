# Makes jobs/src/test/resources/endes/REC0111.sav: 200 women of a synthetic survey in INEI's layout, for tests of
# ingestion. From the project root, with haven at hand:
#
#   Rscript jobs/src/test/r/endes-sav.R
suppressMessages(library(haven))
i <- 0:199
cluster <- 1 + i %/% 10
household <- sprintf("      %04d%03d01", cluster, 1 + i %% 10)
women <- data.frame(
  HHID = household, CASEID = paste0(household, "  2"), V001 = cluster, V005 = 800000 + 1000 * (i %% 7),
  V012 = 15 + i %% 35, V022 = 1 + (cluster - 1) %/% 4, V024 = 1 + (cluster - 1) %/% 4, V025 = 1 + i %% 2, V044 = 1)
attr(women$V012, "label") <- "Edad actual de la entrevistada"
dir.create("jobs/src/test/resources/endes", showWarnings = FALSE)
write_sav(women, "jobs/src/test/resources/endes/REC0111.sav", compress = "byte")
