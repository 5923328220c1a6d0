# Golden numbers of PanelTest and EventStudyTest: plm 2.6-2 and clubSandwich 0.5.8 on a panel made here.
suppressMessages({library(plm); library(clubSandwich)})
options(digits = 13)
d <- expand.grid(time = 2019:2023, unit = sprintf("%02d", 1:12), stringsAsFactors = FALSE)
u <- as.integer(d$unit); t <- d$time - 2019
d$v <- 2 + (u * 7 + t * 3) %% 5
d$x <- round(10 * sin(u * 1.3 + t * 0.7) + 2 * t, 2)
d$z <- (u * t) %% 4
d$y <- round(50 + u - 0.5 * t + 0.3 * d$x + 4 * cos(u * 2.1 + t * 1.9), 2)
d <- d[!(d$unit == "03" & d$time == 2020) & !(d$unit == "12" & d$time > 2021), ]  # unbalanced
cat("plm two-ways\n"); print(coef(plm(y ~ x + z, d, index = c("unit", "time"), effect = "twoways")))
equal <- lm(y ~ 0 + unit + factor(time) + x + z, d)
show <- function(m, weighted, names) {
  vc <- vcovCR(m, cluster = d$unit, type = "CR2", inverse_var = TRUE)
  print(as.data.frame(coef_test(m, vc))[names, ])
  at <- which(names(coef(m)) %in% names)
  if (length(at) > 1) print(as.data.frame(Wald_test(m, constrain_zero(at), vc)))
}
cat("equal variances\n"); show(equal, FALSE, c("x", "z"))
cat("known variances\n"); show(lm(y ~ 0 + unit + factor(time) + x + z, d, weights = 1 / v), TRUE, c("x", "z"))
d$treated <- d$unit %in% c("02", "03", "07", "08", "11")
d$after <- as.numeric(d$treated & d$time >= 2022)
cat("difference in differences\n")
show(lm(y ~ 0 + unit + factor(time) + after, d, weights = 1 / v), TRUE, "after")
for (s in c(2019, 2020, 2022, 2023)) d[[paste0("y", s)]] <- as.numeric(d$treated & d$time == s)
cat("event study\n")
event <- lm(y ~ 0 + unit + factor(time) + y2019 + y2020 + y2022 + y2023, d, weights = 1 / v)
show(event, TRUE, paste0("y", c(2019, 2020, 2022, 2023)))
vc <- vcovCR(event, cluster = d$unit, type = "CR2", inverse_var = TRUE)
print(as.data.frame(Wald_test(event, constrain_zero(which(names(coef(event)) %in% c("y2019", "y2020"))), vc)))
cat("from the weighted mean of the years before\n")
terms <- paste0("y", c(2019, 2020, 2022, 2023))
after <- c(0, 0, 1, 1)
A <- solve(summary(event)$cov.unscaled[terms, terms])
w <- -(A %*% after / drop(t(after) %*% A %*% after))[1:2]
L <- function(own) {
  l <- setNames(numeric(length(coef(event))), names(coef(event)))
  l[c("y2019", "y2020")] <- -w
  if (own %in% names(l)) l[own] <- l[own] + 1
  l
}
for (own in paste0("y", 2019:2023)) {
  x <- linear_contrast(event, vc, contrasts = matrix(L(own), 1), test = "Satterthwaite")
  cat(own, format(c(x$Est, x$SE, x$df), digits = 13), "\n")
}
cat("placebo 2021\n")
d <- d[d$time < 2022, ]; d$after <- as.numeric(d$treated & d$time >= 2021)
show(lm(y ~ 0 + unit + factor(time) + after, d, weights = 1 / v), TRUE, "after")
