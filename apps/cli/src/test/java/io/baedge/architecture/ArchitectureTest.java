package io.baedge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The tree is the architecture; this test keeps it so.
class ArchitectureTest {
  private static final JavaClasses BAEDGE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.baedge");

  private static final Rules RULES = new Rules("io.baedge");

  /// Every exception needs a reason, and goes when nothing uses it any more.
  private static final List<Determinism.Exception> EXCEPTIONS =
      List.of(
          new Determinism.Exception(
              "io.baedge.model.codec.",
              "com.fasterxml.jackson.",
              "the one place with wire formats; streaming only"),
          new Determinism.Exception(
              "io.baedge.screen.", "io.nayuki.qrcodegen.", "a pure function from text to modules"));

  @Test
  void modules_follow_the_arrows_and_no_others() {
    RULES.modulesFollowTheArrows().check(BAEDGE);
  }

  @Test
  void the_domain_depends_on_nothing_but_its_arguments() {
    var determinism = new Determinism(EXCEPTIONS);
    RULES.theDomainIsDeterministic(determinism).check(BAEDGE);
    assertThat(determinism.unused()).as("exceptions nothing needs").isEmpty();
  }

  @Test
  void no_package_takes_part_in_a_cycle() {
    RULES.noPackageTakesPartInACycle().check(BAEDGE);
  }

  @Test
  void every_package_is_null_marked() {
    RULES.everyPackageIsNullMarked().check(BAEDGE);
  }

  @Test
  void capabilities_of_the_badge_never_import_a_sibling() {
    RULES.badgeCapabilitiesAreAStar().check(BAEDGE);
  }

  @Test
  void capabilities_of_the_hub_import_only_what_is_upstream() {
    RULES.hubCapabilitiesAreALine().check(BAEDGE);
  }

  @Test
  void only_testing_packages_know_test_libraries() {
    RULES.onlyTestingPackagesKnowTestLibraries().check(BAEDGE);
  }

  @Test
  void every_module_of_the_tree_was_looked_at() {
    var arrows = new Arrows("io.baedge");
    assertThat(BAEDGE.stream().flatMap(type -> arrows.moduleOf(type.getPackageName()).stream()))
        .contains("model", "kit", "screen", "badge", "hub", "screen.java2d", "mqtt")
        .contains("badgelinux", "hubserver", "sim", "cli");
  }
}
