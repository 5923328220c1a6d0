/**
 * Quipu for notebooks and programs: a survey with its design, and the women of ENDES in a store,
 * whose estimates print as tables and are records or a Spark table. Nothing in Quipu depends on it.
 *
 * <pre>{@code
 * var api = SurveyData.read("apiclus1.csv", Design.clusters("dnum").weights("pw").fpc("fpc"));
 * System.out.println(api.mean("api00").by("stype"));
 * var women = Endes.open("store").women(2017, 2022);
 * System.out.println(women.proportion("partner_violence_any_ever").by("region").change(2017, 2022));
 * }</pre>
 */
package org.quipu.api;
