# Makes the small files that the tests of org.quipu.file read, and what R haven 2.5.1 finds in them.
# From the project root, with haven and pspp at hand:
#
#   Rscript jobs/src/test/r/file.R
#
# Beside each file NAME.ext stand NAME.ext.values.tsv (one line a row, <NA> where missing) and
# NAME.ext.labels.tsv. The real survey files, where they lie in ../shared, are summed up in real-files.tsv.

suppressMessages({
  library(haven)
  library(tibble)
})

folder <- "jobs/src/test/resources/file"
unlink(folder, recursive = TRUE)
dir.create(folder, recursive = TRUE)
path <- function(name) file.path(folder, name)
lines <- function(name, ...) writeLines(enc2utf8(paste(..., sep = "\t")), path(name), useBytes = TRUE)

# What haven reads ------------------------------------------------------------------------------

is_stata <- function(file) readBin(file, "raw", 1) == charToRaw("<")

read <- function(file, user_na, encoding = NULL) {
  if (is_stata(file)) read_dta(file, encoding = encoding) else read_sav(file, user_na = user_na)
}

number_text <- function(x) ifelse(x == round(x) & abs(x) < 1e15, sprintf("%.0f", x), sprintf("%.17g", x))

seconds_text <- function(x) sub("\\.?0+$", "", sprintf("%06.3f", x))

time_text <- function(x) {
  rest <- x %% 60
  paste0(sprintf("%02.0f:%02.0f:", x %/% 3600, (x %/% 60) %% 60), ifelse(rest == round(rest), sprintf("%02.0f", rest), seconds_text(rest)))
}

value_text <- function(x) {
  text <- if (is.character(x)) {
    sub(" +$", "", unclass(x))
  } else if (inherits(x, "Date")) {
    format(x, "%Y-%m-%d")
  } else if (inherits(x, "POSIXct")) {
    seconds <- round(as.numeric(x), 3)
    paste0(format(as.POSIXct(floor(seconds / 60) * 60, origin = "1970-01-01", tz = "UTC"), "%Y-%m-%dT%H:%M:"), sub(".*:", "", time_text(seconds %% 60)))
  } else if (inherits(x, "difftime")) {
    time_text(as.numeric(x, units = "secs"))
  } else {
    number_text(as.numeric(x))
  }
  ifelse(is.na(x), "<NA>", text)
}

code_text <- function(x) {
  if (is.character(x)) sub(" +$", "", unname(x)) else ifelse(is.na(x), paste0(".", na_tag(x)), number_text(as.numeric(x)))
}

label_lines <- function(name, x) {
  row <- function(...) paste(name, ..., sep = "\t")
  label <- attr(x, "label", exact = TRUE)
  labels <- attr(x, "labels", exact = TRUE)
  range <- attr(x, "na_range", exact = TRUE)
  c(
    if (!is.null(label)) row("label", "", label),
    if (length(labels)) row("value", code_text(labels), names(labels)),
    if (length(attr(x, "na_values"))) row("missing", code_text(attr(x, "na_values")), ""),
    if (!is.null(range)) row("range", number_text(range[1]), number_text(range[2]))
  )
}

expect <- function(name, encoding = NULL) {
  values <- read(path(name), FALSE, encoding)
  coded <- read(path(name), TRUE, encoding)
  lines(paste0(name, ".values.tsv"), c(
    paste(names(values), collapse = "\t"),
    if (nrow(values)) do.call(paste, c(lapply(values, value_text), sep = "\t"))
  ))
  lines(paste0(name, ".labels.tsv"), unlist(Map(label_lines, names(coded), coded)))
}

# Files that haven writes -----------------------------------------------------------------------

long_name <- "nombre_muy_largo_de_variable_con_64_caracteres_0123456789_abcdef"
common <- tibble(
  CASEID = c("      000101501  2", "      003700801 12", " x", ""),
  nombre = c("Ñandú", "Áncash", "Junín", "ÑÑÑÑÑÑÑÑ"),
  t255 = c(strrep("a", 255), "b", "", "c"),
  t256 = c("c", strrep("a", 256), "", strrep("b", 255)),
  t360 = c(paste0(strrep("áéñ ", 70), "FIN360"), "corto", "", strrep("x", 360)),
  t505 = c(strrep("q", 504), "", strrep("z", 505), "c"),
  t3000 = c("fin ", strrep("0123456789", 300), "", paste0("  ", strrep("ñ", 400))),
  numero = c(1, -2.5, NA, 1e300),
  chico = c(1e-300, 0.1, -1 / 3, NaN),
  entero = c(1L, -100L, 151L, NA),
  grande = c(123456789012, -1e14, 2^53 - 1, 252),
  fecha = as.Date(c("2020-02-29", "1582-10-15", NA, "1959-12-31")),
  momento = as.POSIXct(c("2020-03-01 13:45:10", "1960-01-01 00:00:00", NA, "1899-12-31 23:59:59.5"), tz = "UTC"),
  factor = factor(c("uno", "dos", NA, "tres"), levels = c("dos", "uno", "tres"))
)
attr(common$numero, "label") <- "Número de teléfono: ¿cuál?"

spss <- common
names(spss)[2] <- long_name
spss$hora <- hms::hms(c(1, 86399, NA, 3661.25))
spss$discretos <- labelled_spss(c(1, 2, 9, 99), c("Sí" = 1, "No" = 2, "No sabe" = 9, "Perdido" = 99),
  na_values = c(9, 99), label = "Pregunta con tilde: ¿qué pasó?")
spss$rango <- labelled_spss(c(1, 97, 98, 50), c(Uno = 1), na_range = c(97, Inf), na_values = 1)
spss$desde_abajo <- labelled_spss(c(-5, 0, 5, NA), c(Cero = 0), na_range = c(-Inf, -1))
spss$letra <- labelled_spss(c("A", "B", "XX", ""), c(Alfa = "A", Perdido = "XX"), na_values = "XX")
spss$palabra <- labelled(c("abcdefghijklmnop", "largo valor ñ", "z", ""), c("etiqueta á" = "largo valor ñ", zeta = "z"),
  label = strrep("l", 250))

write_sav(spss, path("haven-byte.sav"), compress = "byte")
write_sav(spss, path("haven-none.sav"), compress = "none")
write_sav(spss, path("haven-zlib.zsav"), compress = "zsav")
write_sav(spss[0, ], path("haven-zero-rows.sav"))
write_sav(spss["numero"], path("haven-one-column.sav"))

stata <- common
names(stata)[1] <- "caseid"
stata$marcados <- labelled(c(1, 2, tagged_na("a"), tagged_na("z")),
  c("Sí" = 1, "No" = 2, "No sabe" = tagged_na("a"), "Nada" = tagged_na("z")), label = "Pregunta")
stata$con_signo <- labelled(c(1L, -4L, NA, 5L), c(menos = -4L, uno = 1L))
stata$marcas <- c(1.5, tagged_na("c"), NA, tagged_na("z"))
stata$numero[4] <- 1e300
names(stata)[names(stata) == "factor"] <- "con_factor"

write_dta(stata, path("haven-117.dta"), version = 13, label = "Título")
write_dta(stata, path("haven-118.dta"), version = 14, label = "Título ñ")
write_dta(stata, path("haven-119.dta"), version = 15)
write_dta(stata, path("haven-strl.dta"), version = 14, strl_threshold = 10)
write_dta(stata[0, ], path("haven-zero-rows.dta"))
write_dta(stata["numero"], path("haven-one-column.dta"))

# A file that PSPP writes, in windows-1252 ------------------------------------------------------

syntax <- tempfile(fileext = ".sps")
writeLines(iconv(c(
  "SET LOCALE='windows-1252'.",
  "DATA LIST LIST NOTABLE /id (F4) nombre (A12) sexo (A1) peso (F8.3) cuando (DATE11).",
  "BEGIN DATA.",
  "1 'Ñandú' 'm' 1.5 29-FEB-2020",
  "2 'Áncash' 'f' -2 01-JAN-1960",
  "3 '' '' . .",
  "END DATA.",
  "VARIABLE LABELS nombre 'Nombre de la señora' peso 'Peso'.",
  "VALUE LABELS sexo 'f' 'señora' 'm' 'señor' /id 1 'Uno' 2 'Dos años'.",
  "MISSING VALUES nombre ('Áncash') peso (-2).",
  sprintf("SAVE OUTFILE='%s' /COMPRESSED.", normalizePath(path("pspp-1252.sav"), mustWork = FALSE))
), "UTF-8", "latin1"), syntax, useBytes = TRUE)
stopifnot(system2("pspp", c("-O", "format=txt", syntax)) == 0)

# Files of big-endian machines, byte by byte -----------------------------------------------------

big <- list(
  int = function(...) writeBin(as.integer(c(...)), raw(), size = 4, endian = "big"),
  short = function(...) writeBin(as.integer(c(...)), raw(), size = 2, endian = "big"),
  double = function(...) writeBin(as.numeric(c(...)), raw(), size = 8, endian = "big"),
  long = function(...) writeBin(as.integer(rbind(0, c(...))), raw(), size = 4, endian = "big"),
  text = function(text, width) c(charToRaw(text), rep(charToRaw(" "), width - nchar(text, "bytes"))),
  zeros = function(text, width) c(charToRaw(text), raw(width - nchar(text, "bytes")))
)

writeBin(with(big, c(
  text("$FL2@(#) SPSS DATA FILE", 64), int(2, 3, 1, 0, 3), double(100), text("01 Jan 99", 9), text("00:00:00", 8), text("", 67),
  int(2, 0, 1, 1, 5 * 65536 + 8 * 256 + 2, 5 * 65536 + 8 * 256 + 2), text("PESO", 8), int(4), text("Peso", 4), double(9),
  int(2, 10, 0, 0, 65536 + 10 * 256, 65536 + 10 * 256), text("NOMBRE", 8),
  int(2, -1, 0, 0, 0, 0), text("", 8),
  int(3, 1), double(9), as.raw(7), text("No sabe", 7), int(4, 1, 1),
  int(999, 0),
  as.raw(c(101, 253, 253, 109, 254, 254, 253, 253)), text("Ancash", 8), text("no", 8), double(-1.5), text("Ica", 8),
  as.raw(c(254, 252, 0, 0, 0, 0, 0, 0))
)), path("big-endian.sav"))

section <- function(tag, ...) c(charToRaw(paste0("<", tag, ">")), ..., charToRaw(paste0("</", tag, ">")))
stata_bytes <- function() {
  b <- big
  head <- c(charToRaw("<stata_dta>"), section("header",
    section("release", charToRaw("118")), section("byteorder", charToRaw("MSF")), section("K", b$short(3)), section("N", b$long(3)),
    section("label", b$short(0)), section("timestamp", as.raw(0))))
  parts <- list(
    section("variable_types", writeBin(as.integer(c(65530, 65526, 5) - c(65536, 65536, 0)), raw(), size = 2, endian = "big")),
    section("varnames", b$zeros("edad", 129), b$zeros("peso", 129), b$zeros("nombre", 129)),
    section("sortlist", raw(8)),
    section("formats", b$zeros("%8.0g", 57), b$zeros("%tdD_m_Y", 57), b$zeros("%5s", 57)),
    section("value_label_names", b$zeros("edades", 129), raw(258)),
    section("variable_labels", b$zeros("Edad", 321), raw(642)),
    section("characteristics"),
    section("data",
      as.raw(15), b$double(21915), b$zeros("Ica", 5),
      as.raw(0x9c), b$double(-3653), b$zeros("Junin", 5),
      as.raw(102), as.raw(c(0x7f, 0xe0, 0x1a, 0, 0, 0, 0, 0)), b$zeros("", 5)),
    section("strls"),
    section("value_labels", section("lbl", b$int(8 + 16 + 16), b$zeros("edades", 129), raw(3), b$int(2, 16, 0, 7, 15, 2147483622), b$zeros("quince", 7), b$zeros("no sabe", 9)))
  )
  at <- length(head) + length(section("map")) + 14 * 8
  starts <- at + cumsum(c(0, lengths(parts)))
  c(head, section("map", b$long(0, length(head), starts, starts[length(starts)] + 12)), unlist(parts), charToRaw("</stata_dta>"))
}
writeBin(stata_bytes(), path("big-endian.dta"))

for (name in list.files(folder, pattern = "(sav|dta)$")) {
  expect(name, if (name == "haven-117.dta") "UTF-8")
}

# Sums of the real files -------------------------------------------------------------------------

shared <- "../shared/data"
digest <- function(file, name, x) {
  value <- unclass(x)[!is.na(x)]
  if (is.character(x)) value <- utf8ToInt(paste(sub(" +$", "", value), collapse = ""))
  labels <- attr(x, "labels", exact = TRUE)
  paste(file, name, sum(!is.na(x)), sprintf("%.17g", sum(as.numeric(value))), length(labels), sum(nchar(sub(" +$", "", names(labels)))),
    nchar(sub(" +$", "", c(attr(x, "label", exact = TRUE), "")[1])), sep = "\t")
}
files <- list.files(shared, pattern = "[.](sav|dta)$", recursive = TRUE, ignore.case = TRUE)
if (length(files)) {
  lines("real-files.tsv", unlist(lapply(files, function(file) {
    table <- read(file.path(shared, file), FALSE)
    Map(digest, file, names(table), table)
  })))
}
