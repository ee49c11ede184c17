package io.baedge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A rule that cannot fail guards nothing: each must refuse a sample that breaks it.
class RulesTest {
  private static final String ROOT = "io.baedge.architecture.sample";
  private static final JavaClasses SAMPLES = new ClassFileImporter().importPackages(ROOT);
  private static final Rules RULES = new Rules(ROOT);

  private static List<String> failures(ArchRule rule) {
    return rule.evaluate(SAMPLES).getFailureReport().getDetails();
  }

  @Test
  void an_arrow_against_the_order_is_refused() {
    assertThat(failures(RULES.modulesFollowTheArrows()))
        .isNotEmpty()
        .allMatch(failure -> failure.contains("no arrow from model"))
        .anyMatch(failure -> failure.contains("LooksUpstairs.power"));
  }

  @Test
  void every_use_of_the_machine_in_the_domain_is_refused_and_nothing_else() {
    var failures = failures(RULES.theDomainIsDeterministic(new Determinism(List.of())));
    assertThat(failures).allMatch(failure -> failure.contains("UsesTheMachine"));
    for (var method : SAMPLES.get(ROOT + ".kit.UsesTheMachine").getMethods()) {
      if (!method.getName().startsWith("lambda$")) {
        assertThat(failures)
            .as(method.getName())
            .anyMatch(failure -> failure.contains("UsesTheMachine." + method.getName() + "("));
      }
    }
  }

  @Test
  void an_exception_silences_only_what_it_names_and_an_unused_one_is_found() {
    var needed = new Determinism.Exception(ROOT + ".kit.UsesTheMachine", "java.io.File", "sample");
    var unneeded = new Determinism.Exception(ROOT + ".model.", "java.io.File", "sample");
    var determinism = new Determinism(List.of(needed, unneeded));
    var failures = failures(RULES.theDomainIsDeterministic(determinism));
    assertThat(failures)
        .noneMatch(failure -> failure.contains("UsesTheMachine.file("))
        .anyMatch(failure -> failure.contains("UsesTheMachine.thread("));
    assertThat(determinism.unused()).containsExactly(unneeded);
  }

  @Test
  void a_cycle_of_packages_is_refused() {
    assertThat(failures(RULES.noPackageTakesPartInACycle()))
        .singleElement()
        .asString()
        .contains("hub.overview", "hub.ingest");
  }

  @Test
  void a_package_without_null_marking_is_refused() {
    assertThat(failures(RULES.everyPackageIsNullMarked()))
        .anyMatch(failure -> failure.startsWith(ROOT + ".kit needs a package-info.java"));
  }

  @Test
  void a_badge_capability_that_imports_a_sibling_is_refused() {
    assertThat(failures(RULES.badgeCapabilitiesAreAStar()))
        .isNotEmpty()
        .allMatch(failure -> failure.contains("ImportsASibling"));
  }

  @Test
  void a_hub_capability_that_imports_downstream_or_has_no_place_is_refused() {
    assertThat(failures(RULES.hubCapabilitiesAreALine()))
        .anyMatch(failure -> failure.contains("ImportsDownstream"))
        .anyMatch(failure -> failure.startsWith("unplaced has no place in the line"))
        .noneMatch(failure -> failure.contains("mayUseWhatIsUpstream"));
  }

  @Test
  void a_test_library_in_main_code_is_refused() {
    assertThat(
            new Rules("io.baedge")
                .onlyTestingPackagesKnowTestLibraries()
                .evaluate(new ClassFileImporter().importClasses(RulesTest.class))
                .getFailureReport()
                .getDetails())
        .anyMatch(failure -> failure.contains("org.junit.jupiter.api.Test"));
  }
}
