package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyYearTest {
  /**
   * The rotating sample of 2021-2024, a third of whose clusters leaves each year, and 2025 with
   * 2024: fichas técnicas of 2022 and 2025, chapters III and IV.
   */
  @ParameterizedTest
  @CsvSource({
    "2021,2022,true",
    "2022,2023,true",
    "2023,2024,true",
    "2021,2023,true",
    "2022,2024,true",
    "2021,2024,false",
    "2024,2025,true",
    "2023,2025,false",
    "2022,2025,false",
    "2021,2025,false"
  })
  void consecutiveYearsOfTheRotatingSampleAreNotIndependent(int one, int other, boolean shared) {
    assertThat(SurveyYear.sharesClusters(one, other)).isEqualTo(shared);
    assertThat(SurveyYear.sharesClusters(other, one)).isEqualTo(shared);
  }

  @ParameterizedTest
  @CsvSource({
    "2015,2016,true",
    "2015,2017,true",
    "2016,2017,true",
    "2017,2018,false",
    "2018,2019,true",
    "2018,2020,true",
    "2019,2020,true",
    "2020,2021,false",
    "2017,2022,false",
    "2014,2015,false"
  })
  void yearsOfOneSampleDesignShareClusters(int one, int other, boolean shared) {
    assertThat(SurveyYear.sharesClusters(one, other)).isEqualTo(shared);
  }

  @Test
  void onlyEarlierYearsAreListed() {
    IntStream.rangeClosed(2015, 2025)
        .mapToObj(SurveyYear::of)
        .forEach(
            year ->
                assertThat(year.sharesClustersWith())
                    .allMatch(earlier -> earlier < year.year())
                    .allMatch(earlier -> SurveyYear.of(earlier).year() == earlier));
  }

  @ParameterizedTest
  @CsvSource({
    "2017 2022, 2022",
    "2018 2019 2020 2021, 2021",
    "2017 2018 2020, 2018 2020",
    // 2021 and 2024 have no cluster in common, but each shares some with the years between.
    "2021 2022 2023 2024, 2021 2022 2023 2024",
    "2021 2024, 2024",
    "2022 2024 2025, 2022 2024 2025"
  })
  void theLatestSampleIsOfTheYearsThatShareClusters(String years, String sample) {
    assertThat(SurveyYear.latestSample(numbers(years))).isEqualTo(numbers(sample));
  }

  private static List<Integer> numbers(String years) {
    return Stream.of(years.split(" ", -1)).map(Integer::valueOf).toList();
  }
}
