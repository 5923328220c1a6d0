package org.quipu.store;

/**
 * One conflict of the place columns of a programme record, of the {@code program_conflicts} table,
 * and where the record was put.
 *
 * @param row as a spreadsheet counts, the headings being row 1
 * @param kind such as ubigeo_unknown, province_differs, department_differs
 * @param ubigeo as written; so are department, province and district
 * @param ubigeoSays province and district of the code, empty where it is not known
 * @param region where the record counts: 00 or 01-25
 * @param measure the record's main figure
 * @param value of that figure
 */
public record ProgramConflictRow(
    String file,
    int row,
    int year,
    String kind,
    String ubigeo,
    String department,
    String province,
    String district,
    String ubigeoSays,
    String region,
    String measure,
    double value) {}
