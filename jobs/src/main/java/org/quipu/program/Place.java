package org.quipu.program;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quipu.NormalizedText;
import org.quipu.Regions;
import org.quipu.Ubigeo;
import org.quipu.UserException;

/**
 * Where a record counts.
 *
 * @param region 01-25, or 00 where the record is of the whole country
 * @param province four digits, empty where not known
 * @param district six digits, empty where not known
 * @param conflicts what its place columns disagree about
 */
record Place(String region, String province, String district, Set<Conflict> conflicts) {

  /** How place columns can disagree. */
  enum Conflict {
    /** Padded to six digits, the code is not a district's. */
    UBIGEO_UNKNOWN,
    /** The code's region is not the one in DEPARTMENT. */
    DEPARTMENT_DIFFERS,
    /** Lima Metropolitana is written for another province of Lima, or the other way round. */
    LIMA_PART_DIFFERS,
    /** The code's province is not the one in PROVINCE. */
    PROVINCE_DIFFERS,
    /** The same province with other blanks, or cut off. */
    PROVINCE_SPELLING,
    /** The code's district is not the one in DISTRICT. */
    DISTRICT_DIFFERS,
    /** The same district with other blanks, or cut off. */
    DISTRICT_SPELLING,
    /** There is no code, and no district has this name. */
    DISTRICT_UNKNOWN;

    String kind() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The place columns of a record, as written; empty where there is none. */
  record Written(String ubigeo, String department, String province, String district) {}

  private static final String LIMA_PROVINCE = "1501";
  private static final int CUT_OFF_AT_LEAST = 8;

  /**
   * The place of a record. The code decides where, padded to six digits, it is a known district
   * whose province agrees with PROVINCE; otherwise DEPARTMENT does.
   *
   * @param where the file and row, for the message where there is no region
   */
  static Place of(Written written, Ubigeo known, String where) {
    Set<Conflict> conflicts = EnumSet.noneOf(Conflict.class);
    String code = Ubigeo.padded(written.ubigeo()).filter(c -> known.name(c).isPresent()).orElse("");
    if (!written.ubigeo().isEmpty() && code.isEmpty()) {
      conflicts.add(Conflict.UBIGEO_UNKNOWN);
    }

    boolean trusted = !code.isEmpty() && provinceAgrees(code, written.province(), known, conflicts);
    String department = department(written, code, where);
    if (!code.isEmpty() && !department.isEmpty() && !code.startsWith(department)) {
      conflicts.add(Conflict.DEPARTMENT_DIFFERS);
    }

    if (trusted) {
      checkLima(written, code, conflicts);
      checkDistrict(written, code, known, conflicts);
      return new Place(code.substring(0, 2), code.substring(0, 4), code, conflicts);
    }

    String region = department.isEmpty() ? code.substring(0, 2) : department;
    return byNames(region, code, written, known, conflicts);
  }

  /**
   * Whether the code's province is the one written; a record without PROVINCE does not disagree.
   */
  private static boolean provinceAgrees(
      String code, String province, Ubigeo known, Set<Conflict> conflicts) {
    String name = known.name(code.substring(0, 4)).orElse("");
    if (province.isEmpty() || NormalizedText.of(province).equals(NormalizedText.of(name))) {
      return true;
    }

    boolean spelling = sameName(province, name);
    conflicts.add(spelling ? Conflict.PROVINCE_SPELLING : Conflict.PROVINCE_DIFFERS);
    return spelling;
  }

  /** The region in DEPARTMENT; empty where it names none and the code does. */
  private static String department(Written written, String code, String where) {
    Optional<String> region = Regions.find(written.department());
    if (region.isEmpty() && code.isEmpty()) {
      throw UserException.input(
          where,
          "department '" + written.department() + "' and ubigeo '" + written.ubigeo() + "'",
          "one of Peru's 25 regions, or the code of a district",
          "Correct the department; write Perú for a figure of the whole country.");
    }

    return region.orElse("");
  }

  private static void checkLima(Written written, String code, Set<Conflict> conflicts) {
    String words = NormalizedText.of(written.department());
    String wrong = code.startsWith(LIMA_PROVINCE) ? "LIMA PROVINCIAS" : "LIMA METROPOLITANA";
    if (code.startsWith("15") && words.equals(wrong)) {
      conflicts.add(Conflict.LIMA_PART_DIFFERS);
    }
  }

  private static void checkDistrict(
      Written written, String code, Ubigeo known, Set<Conflict> conflicts) {
    String name = known.name(code).orElse("");
    if (!written.district().isEmpty()
        && !NormalizedText.of(written.district()).equals(NormalizedText.of(name))) {
      conflicts.add(
          sameName(written.district(), name)
              ? Conflict.DISTRICT_SPELLING
              : Conflict.DISTRICT_DIFFERS);
    }
  }

  /** A place by its names, for records whose code is missing or not to be trusted. */
  private static Place byNames(
      String region, String code, Written written, Ubigeo known, Set<Conflict> conflicts) {
    boolean codeHasDistrict =
        code.startsWith(region)
            && known.name(code).filter(name -> sameName(written.district(), name)).isPresent();
    if (codeHasDistrict) {
      return new Place(region, code.substring(0, 4), code, conflicts);
    }

    String province =
        written.province().isEmpty() ? "" : known.province(region, written.province()).orElse("");
    String district =
        province.isEmpty() ? "" : known.district(province, written.district()).orElse("");
    if (district.isEmpty() && !written.district().isEmpty()) {
      conflicts.add(Conflict.DISTRICT_UNKNOWN);
    }

    return new Place(region, province, district, conflicts);
  }

  /** The same letters, or one name cut off. */
  private static boolean sameName(String one, String other) {
    String a = Ubigeo.letters(one);
    String b = Ubigeo.letters(other);
    return a.equals(b) || isCutOff(a, b) || isCutOff(b, a);
  }

  private static boolean isCutOff(String part, String whole) {
    return part.length() >= CUT_OFF_AT_LEAST && whole.startsWith(part);
  }
}
