package org.quipu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses QUIPU =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.quipu");

  private static final String[] NOT_STATISTICS = {
    "org.apache.spark..",
    "scala..",
    "org.quipu.api..",
    "org.quipu.bulletin..",
    "org.quipu.charts..",
    "org.quipu.cli..",
    "org.quipu.demo..",
    "org.quipu.endes..",
    "org.quipu.file..",
    "org.quipu.job..",
    "org.quipu.pdf..",
    "org.quipu.program..",
    "org.quipu.published..",
    "org.quipu.spark..",
    "org.quipu.store..",
    "org.quipu.study..",
    "org.quipu.text.."
  };

  @Test
  void statisticsAreFunctionsOfNumbers() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.quipu.math..",
            "org.quipu.survey..",
            "org.quipu.change..",
            "org.quipu.meta..",
            "org.quipu.panel..",
            "org.quipu.association..",
            "org.quipu.smallarea..",
            "org.quipu.target..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(NOT_STATISTICS)
        .check(QUIPU);
  }

  @Test
  void onlyTheEstimatorsKnowTheKernel() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.quipu.survey.kernel..", "org.quipu.spark..")
        .and()
        .doNotHaveFullyQualifiedName("org.quipu.survey.InMemoryEstimator")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.quipu.survey.kernel..")
        .check(QUIPU);
  }

  @Test
  void readersKnowNoSpark() {
    noClasses()
        .that()
        .resideInAPackage("org.quipu.file")
        .or()
        .haveSimpleName("DescribeCommand")
        .or()
        .haveSimpleName("ConvertCommand")
        .or()
        .haveSimpleNameStartingWith("Targets")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("Sessions")
        .check(QUIPU);
  }

  @Test
  void chartsKnowNoJobs() {
    noClasses()
        .that()
        .resideInAPackage("org.quipu.charts..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.spark..", "org.quipu.store..", "org.quipu.job..", "org.quipu.cli..")
        .allowEmptyShould(true)
        .check(QUIPU);
  }

  @Test
  void onlyTheEntryPointExits() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.quipu.Quipu")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(QUIPU);
  }

  @Test
  void nothingBelowKnowsTheCommands() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.quipu.cli..", "org.quipu")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.quipu.cli..")
        .check(QUIPU);
  }

  @Test
  void jobsKnowNoCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.quipu.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(QUIPU);
  }

  @Test
  void nothingDependsOnTheFacade() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.quipu.api..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.quipu.api..")
        .check(QUIPU);
    noClasses()
        .that()
        .resideInAPackage("org.quipu.api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.quipu.cli..", "org.quipu.charts..", "org.quipu.bulletin..")
        .check(QUIPU);
  }

  @Test
  void packagesFormNoCircles() {
    SlicesRuleDefinition.slices()
        .matching("org.quipu.(*)..")
        .should()
        .beFreeOfCycles()
        .check(QUIPU);
  }

  @Test
  void everyPackageSaysWhatLivesThere() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      assertThat(
              sources
                  .filter(file -> file.toString().endsWith(".java"))
                  .map(Path::getParent)
                  .distinct())
          .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
    }
  }
}
