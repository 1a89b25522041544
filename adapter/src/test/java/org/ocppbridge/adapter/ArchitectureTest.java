package org.ocppbridge.adapter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms of the program meet in one place only. */
class ArchitectureTest {

  private static final String HERE = "org.ocppbridge.adapter";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(HERE);
  private static final List<String> ROOMS = List.of("soap", "csms", "store");

  /** From the top down. */
  private static final List<List<String>> LAYERS =
      List.of(
          List.of("program"),
          List.of("operator"),
          List.of("fleet"),
          List.of("charger"),
          List.of("delivery", "link"),
          List.of("access", "watch.rooms"),
          List.of("soap", "csms", "store"),
          List.of("config", "time", "ledger", "secure"));

  /** What carries out what the mappings say, from one room to the other, and shows it. */
  private static final String[] HEART = {
    HERE, HERE + ".charger", HERE + ".delivery", HERE + ".fleet", HERE + ".operator"
  };

  /** The package of all is one of them. */
  @Test
  void packagesDependOnEachOtherInOneDirection() {
    slices().matching("org.ocppbridge.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheHeartOfTheBridgeKnowsMoreThanOneRoom() {
    classes()
        .that(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(HEART)))
        .should(knowAtMostOneRoom())
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void nothingKnowsWhatPutsItTogether() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HERE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(HERE)
        .check(CLASSES);
  }

  @Test
  void eachLayerKnowsOnlyThoseBelow() {
    for (int below = 1; below < LAYERS.size(); below++) {
      String[] above =
          LAYERS.subList(0, below).stream()
              .flatMap(List::stream)
              .map(ArchitectureTest::all)
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAnyPackage(
              LAYERS.get(below).stream().map(ArchitectureTest::all).toArray(String[]::new))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above)
          .check(CLASSES);
    }
  }

  private static String all(String layer) {
    return HERE + "." + layer + "..";
  }

  @Test
  void settingsKnowNoRoom() {
    noClasses()
        .that()
        .resideInAPackage(HERE + ".config..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOMS.stream().map(r -> HERE + "." + r + "..").toArray(String[]::new))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void generatedTypesStayAtTheSoapEdge() {
    noClasses()
        .that()
        .resideOutsideOfPackages(HERE + ".soap..", HERE + ".simulate..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.ocppbridge.wsdl..")
        .check(CLASSES);
  }

  private static ArchCondition<JavaClass> knowAtMostOneRoom() {
    return new ArchCondition<>("know at most one of the rooms " + ROOMS) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        Set<String> known = roomsKnownBy(item);
        if (known.size() > 1) {
          events.add(SimpleConditionEvent.violated(item, item.getName() + " knows " + known));
        }
      }
    };
  }

  private static Set<String> roomsKnownBy(JavaClass item) {
    Stream<JavaClass> itself = Stream.of(item);
    Stream<JavaClass> targets =
        item.getDirectDependenciesFromSelf().stream().map(d -> d.getTargetClass());
    return Stream.concat(itself, targets)
        .flatMap(c -> ROOMS.stream().filter(room -> isIn(c, room)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isIn(JavaClass type, String room) {
    String path = HERE + "." + room;
    return type.getPackageName().equals(path) || type.getPackageName().startsWith(path + ".");
  }
}
