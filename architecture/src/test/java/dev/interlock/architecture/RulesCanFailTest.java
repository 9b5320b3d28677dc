package dev.interlock.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Each rule of the house fails on a tree of offenders: a green HouseTest means something. */
class RulesCanFailTest {

  private static final String ROOT = "dev.interlock.architecture.fixture";
  private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(ROOT);
  private static final Rules RULES = new Rules(ROOT);

  @Test
  void facts_that_see_the_estate_are_caught() {
    refuses(RULES.usesOnlyWhatTheTableGives("facts", Set.of("finding")), "LooksAtEstate");
  }

  @Test
  void a_surface_that_reaches_past_the_actions_is_caught() {
    Set<String> offered = new Offered(ROOT).by("usecases", OFFENDERS);
    ArchRule rule = RULES.usesOnlyWhatIsOffered("cli", Set.of("usecases"), offered);

    refuses(rule, "facts.Unasked");
    assertThatThrownBy(() -> rule.check(OFFENDERS))
        .message()
        .doesNotContain("facts.Returned", "facts.Sort", "facts.Given");
  }

  @Test
  void a_reach_into_a_private_package_is_caught() {
    refuses(RULES.keepsOutOfPrivatePackages("guardrails"), "estate.yaml.Inner");
  }

  @Test
  void asking_the_clock_is_caught() {
    refuses(RULES.asksNoClock(Set.of("changes")), "Instant.now()");
  }

  @Test
  void a_judge_that_reads_files_is_caught() {
    refuses(RULES.touchesNoDisk(Set.of("guardrails"), Set.of()), "ReadsDisk");
  }

  @Test
  void a_name_that_sounds_like_reading_excuses_nobody() {
    Set<String> other = Set.of(ROOT + ".guardrails.ReadsDisk");

    refuses(RULES.touchesNoDisk(Set.of("guardrails"), other), "FolderReader");
  }

  @Test
  void a_framework_is_caught() {
    refuses(RULES.knowsNoFramework(), "UsesSpring");
  }

  @Test
  void sql_outside_of_its_packages_is_caught() {
    refuses(RULES.speaksNoSql(), "AsksDatabase");
  }

  @Test
  void modulith_catches_the_private_reach_too() {
    ApplicationModules modules = ApplicationModules.of(ROOT, (ImportOption) _ -> true);
    assertThatThrownBy(modules::verify).hasMessageContaining("Inner");
  }

  private static void refuses(ArchRule rule, String culprit) {
    assertThatThrownBy(() -> rule.check(OFFENDERS))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(culprit);
  }
}
