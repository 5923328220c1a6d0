# Golden numbers of RunCommandTest: changes of figures without a standard error, which is approximated from the number of
# women with a design effect of 1.7, and Holm's correction over 25 regions. Rscript published-change.R TABLES, where TABLES
# holds the exported table prevalence.
options(digits = 15)
p <- read.csv(file.path(commandArgs(TRUE)[1], "prevalence.csv"), colClasses = c(domain = "character"))
p <- subset(p, by == "region" & indicator == "partner_violence_any_ever")
first <- subset(p, year == 2021)
last <- subset(p, year == 2024)
stopifnot(first$domain == last$domain)
v <- function(x) x$percent * (100 - x$percent) / x$n * 1.7
change <- last$percent - first$percent
se <- sqrt(v(first) + v(last))
adjusted <- p.adjust(2 * pnorm(-abs(change / se)), "holm")
print(data.frame(region = first$domain, change, se, adjusted)[adjusted < 0.05, ], row.names = FALSE)
