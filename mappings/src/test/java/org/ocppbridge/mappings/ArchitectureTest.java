package org.ocppbridge.mappings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Mappings are pure, and the hub knows none of its spokes. */
class ArchitectureTest {

  private static final String HERE = "org.ocppbridge.mappings";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(HERE);

  /** The package of all is one of them. */
  @Test
  void packagesDependOnEachOtherInOneDirection() {
    slices().matching("org.ocppbridge.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theModelImportsNoGeneratedTypeAndNoOtherPackageOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(HERE + ".model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            HERE,
            HERE + ".soap..",
            HERE + ".json..",
            HERE + ".rules..",
            HERE + ".json16..",
            HERE + ".json201..",
            HERE + ".quirk..",
            "org.ocppbridge.wsdl..")
        .check(CLASSES);
  }

  @Test
  void soapImportsNoOtherEdge() {
    edge("soap", "json16", "json201", "quirk").allowEmptyShould(true).check(CLASSES);
  }

  @Test
  void json16ImportsNoOtherEdge() {
    edge("json16", "soap", "json201", "quirk").allowEmptyShould(true).check(CLASSES);
  }

  @Test
  void json201ImportsNoOtherEdge() {
    edge("json201", "soap", "json16", "quirk").allowEmptyShould(true).check(CLASSES);
  }

  @Test
  void quirksImportNoEdge() {
    edge("quirk", "soap", "json16", "json201").allowEmptyShould(true).check(CLASSES);
  }

  @Test
  void onlyTheSoapEdgeKnowsGeneratedTypes() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HERE + ".soap..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.ocppbridge.wsdl..")
        .check(CLASSES);
  }

  @Test
  void nothingHereTouchesTheWorld() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.util.concurrent..",
            "java.sql..",
            "java.util.logging..",
            "org.slf4j..",
            "io.undertow..",
            "org.apache.cxf..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Thread.class, Clock.class, Random.class)
        .check(CLASSES);
  }

  @Test
  void timeAndRandomnessArePassedIn() {
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .check(CLASSES);
  }

  private static ArchRule edge(String name, String... others) {
    String[] forbidden = new String[others.length];
    for (int i = 0; i < others.length; i++) {
      forbidden[i] = HERE + "." + others[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage(HERE + "." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden);
  }
}
