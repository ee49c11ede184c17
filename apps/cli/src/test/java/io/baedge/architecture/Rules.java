package io.baedge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// The rules of the architecture for the packages below `root`: `io.baedge`, or samples that break
/// them.
record Rules(String root) {
  /// Contract suites that several modules inherit; they stand beside the modules' own rules.
  private static final String TESTING = "..testing..";

  /// From upstream to downstream: a capability of the hub imports only what stands before it.
  static final List<String> HUB_LINE =
      List.of(
          "request",
          "store",
          "clock",
          "content",
          "ingest",
          "device",
          "people",
          "desired",
          "twin",
          "presence",
          "overview");

  ArchRule modulesFollowTheArrows() {
    return classes().should(new Arrows(root).condition());
  }

  ArchRule theDomainIsDeterministic(Determinism determinism) {
    return classes()
        .that(describe("belong to the domain", new Arrows(root)::isDomain))
        .and()
        .resideOutsideOfPackage(TESTING)
        .should(determinism.condition(root));
  }

  ArchRule noPackageTakesPartInACycle() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  ArchRule everyPackageIsNullMarked() {
    return classes()
        .should(
            new ArchCondition<>("lie in a @NullMarked package") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                  events.add(
                      Arrows.violated(
                          type,
                          type.getPackageName() + " needs a package-info.java with @NullMarked"));
                }
              }
            });
  }

  ArchRule badgeCapabilitiesAreAStar() {
    return classes()
        .that()
        .resideInAPackage(root + ".badge..")
        .should(
            new ArchCondition<>("not import a sibling or the centre of the star") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                String own = capability("badge", type);
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                  JavaClass target = dependency.getTargetClass();
                  if (!own.isEmpty()
                      && isIn("badge", target)
                      && !capability("badge", target).equals(own)) {
                    events.add(
                        Arrows.violated(
                            type, "only Badge wires capabilities: " + dependency.getDescription()));
                  }
                }
              }
            });
  }

  ArchRule hubCapabilitiesAreALine() {
    return classes()
        .that()
        .resideInAPackage(root + ".hub..")
        .and()
        .resideOutsideOfPackage(TESTING)
        .should(
            new ArchCondition<>("import only what is upstream in the line") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                String own = capability("hub", type);
                if (own.isEmpty()) {
                  return;
                }
                int place = HUB_LINE.indexOf(own);
                if (place < 0) {
                  events.add(
                      Arrows.violated(
                          type, own + " has no place in the line: add it to Rules.HUB_LINE"));
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                  JavaClass target = dependency.getTargetClass();
                  String other = capability("hub", target);
                  if (isIn("hub", target)
                      && !other.equals(own)
                      && (other.isEmpty() || HUB_LINE.indexOf(other) > place)) {
                    events.add(
                        Arrows.violated(
                            type, "not upstream of " + own + ": " + dependency.getDescription()));
                  }
                }
              }
            });
  }

  ArchRule onlyTestingPackagesKnowTestLibraries() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(TESTING)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.junit..", "org.assertj..", root + ".testing..", root + ".*.testing..");
  }

  private boolean isIn(String module, JavaClass type) {
    return (type.getPackageName() + '.').startsWith(root + '.' + module + '.');
  }

  /// The first package below the module; empty for the module's root package and other modules.
  private String capability(String module, JavaClass type) {
    String prefix = root + '.' + module + '.';
    if (!type.getPackageName().startsWith(prefix)) {
      return "";
    }
    return type.getPackageName().substring(prefix.length()).split("\\.", -1)[0];
  }
}
