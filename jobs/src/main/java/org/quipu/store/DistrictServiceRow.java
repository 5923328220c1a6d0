package org.quipu.store;

import org.quipu.Provenance;

/**
 * One row of the {@code district_services} table: what the services' records say of a district in a
 * year. Counts are NaN where the records of its region do not say where in it, and 0 where they do
 * and name other districts alone.
 *
 * @param district UBIGEO, six digits
 * @param people population of {@code peopleYear}; NaN where not known
 * @param fromMonth first month of the year that the records cover
 * @param toMonth last month
 * @param centres that serve the district; as many as the records list
 * @param peopleInformed people of any age and sex, each time that they are informed
 * @param casesAttended by the centres
 * @param firstYear the first year with a record of the district; null where there is none
 */
public record DistrictServiceRow(
    String district,
    String label,
    String province,
    String provinceLabel,
    String region,
    double people,
    Integer peopleYear,
    int year,
    int fromMonth,
    int toMonth,
    double centres,
    double peopleInformed,
    double casesAttended,
    Integer firstYear,
    Provenance source) {}
