package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quipu.file.MadeUpFiles.ascii;
import static org.quipu.file.MadeUpFiles.deflated;
import static org.quipu.file.MadeUpFiles.dta;
import static org.quipu.file.MadeUpFiles.int16;
import static org.quipu.file.MadeUpFiles.int32;
import static org.quipu.file.MadeUpFiles.join;
import static org.quipu.file.MadeUpFiles.labelList;
import static org.quipu.file.MadeUpFiles.longText;
import static org.quipu.file.MadeUpFiles.sav;
import static org.quipu.file.MadeUpFiles.savExtension;
import static org.quipu.file.MadeUpFiles.savVariable;
import static org.quipu.file.MadeUpFiles.zsav;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.UserException;

/** Parts of files that are larger than is honest are refused soon and with words. */
class LimitsTest {
  private static final byte[] NOTHING = {};

  @TempDir Path folder;

  @Test
  void theValuesOfALine() throws IOException {
    byte[] commas = new byte[1 << 20];
    Arrays.fill(commas, (byte) ',');

    assertRefused("commas.csv", commas, "line 1: found more values", "at most 120000 in a line");
  }

  @Test
  void theBytesOfALine() throws IOException {
    String longest = "x".repeat(Limits.ROW);

    assertRead("long.csv", ascii("a,b\n1," + longest.substring(2) + "\n"));
    assertRefused("longer.csv", ascii("a,b\n1," + longest + "\n"), "line 2: found a longer line");
    assertRefused(
        "quote.csv", ascii("a,b\n1,\"" + longest + "\n"), "line 2", "value that is never closed");
    assertRefused(
        "blanks.csv", ascii("a,b\n1," + " ".repeat(Limits.ROW + 1)), "line 2: found a longer line");
  }

  /** The numbers that make headings distinct are not sought anew for each. */
  @Test
  void headingsThatRepeat() throws IOException {
    assertRead("same.csv", ascii("a" + ",a".repeat(100_000) + "\n"));
  }

  @Test
  void theVariablesOfAnSpssFile() throws IOException {
    ByteArrayOutputStream variables = new ByteArrayOutputStream();
    for (int i = 0; i <= Limits.COLUMNS; i++) {
      variables.writeBytes(savVariable("V" + i, 0));
    }

    assertRefused(
        "wide.sav",
        sav(0, 0, variables.toByteArray(), NOTHING),
        "more variables",
        "at most 120000");
  }

  @Test
  void theRecordsOfAnSpssFile() throws IOException {
    byte[] record = savExtension(13, new byte[Limits.RECORD]);
    byte[] large = join(savVariable("A", 0), record, record, record, record);

    assertRefused("large.sav", sav(0, 0, large, NOTHING), "a longer SPSS dictionary");
    assertRefused(
        "larger.sav",
        sav(
            0,
            0,
            join(savVariable("A", 0), savExtension(13, new byte[Limits.RECORD + 1])),
            NOTHING),
        "a length of 16777217 bytes");
  }

  @Test
  void theWidthOfAText() throws IOException {
    for (String width : new String[] {"2147483647", "32768", "-1", "99999999999", "x"}) {
      byte[] records = join(savVariable("A", 8), savExtension(14, ascii("A=" + width + "\0\t")));

      assertRefused(
          "wide.sav", sav(0, 0, records, NOTHING), "the width '" + width, "a number up to 32767");
    }
  }

  @Test
  void theLabelsOfAnSpssFile() throws IOException {
    byte[] labels = new byte[16 * (Limits.LABELS + 1)];
    for (int at = 8; at < labels.length; at += 16) {
      labels[at] = 7;
    }

    byte[] records = join(savVariable("A", 0), int32(3, Limits.LABELS + 1), labels, int32(4, 1, 1));
    assertRefused("labels.sav", sav(0, 0, records, NOTHING), "more labels of values");
  }

  @Test
  void whatIsInflatedFromAZsav() throws IOException {
    byte[] missing = zsav(-1, deflated(0xff, Limits.HARMLESS_CODES + (1 << 20)));

    assertRefused("bomb.zsav", missing, "more than 16", "at most 200 times as many");
    assertRead("small.zsav", zsav(1 << 10, deflated(0xff, 1 << 10)));
  }

  @Test
  void theRowsOfAStataFile() throws IOException {
    int[] types = new int[9_000];
    Arrays.fill(types, DtaFormat.LONGEST_TEXT);

    assertRefused(
        "wide.dta", dta(types, 0, NOTHING, NOTHING, NOTHING), "rows of 18405000 bytes", "at most");
  }

  /** Each text begins where the others do: a few bytes would be labels of gigabytes. */
  @Test
  void theLabelsOfAStataFile() throws IOException {
    byte[] text = new byte[1 << 20];
    Arrays.fill(text, (byte) 'x');

    assertRefused(
        "labels.dta",
        dta(new int[] {DtaFormat.BYTE}, 1, new byte[1], NOTHING, labelList(100_000, text)),
        "more labels of values",
        "at most 1000000 labels of 67108864 bytes");
  }

  @Test
  void theLabelsThatVariablesShare() throws IOException {
    int[] types = new int[20_000];
    Arrays.fill(types, DtaFormat.BYTE);

    assertRead("shared.dta", dta(types, 0, NOTHING, NOTHING, labelList(100_000, ascii("no\0"))));
  }

  @Test
  void theUsesOfALongText() throws IOException {
    byte[] pointer = join(int16(1), int32(1), int16(0));
    byte[] rows = new byte[8 * 1_000];
    for (int at = 0; at < rows.length; at += 8) {
      System.arraycopy(pointer, 0, rows, at, 8);
    }

    byte[] text = longText(1, new byte[1 << 20]);
    assertRefused(
        "uses.dta",
        dta(new int[] {DtaFormat.LONG_TEXT}, 1_000, rows, text, NOTHING),
        "rows that point to",
        "at most 10 times as many");
    assertRead(
        "short.dta",
        dta(new int[] {DtaFormat.LONG_TEXT}, 1_000, rows, longText(1, ascii("yes")), NOTHING));
    assertRefused(
        "long.dta",
        dta(
            new int[] {DtaFormat.LONG_TEXT},
            1,
            pointer,
            longText(1, new byte[Limits.RECORD + 1]),
            NOTHING),
        "a long text of 16777217 bytes");
  }

  private void assertRead(String name, byte[] bytes) throws IOException {
    assertThat(AnyFile.check(Files.write(folder.resolve(name), bytes))).isNull();
  }

  private void assertRefused(String name, byte[] bytes, String... said) throws IOException {
    UserException refused = AnyFile.check(Files.write(folder.resolve(name), bytes));

    assertThat(refused).isNotNull().hasMessageContainingAll(said);
    assertThat(refused).hasMessageContainingAll(name, "expected");
  }
}
