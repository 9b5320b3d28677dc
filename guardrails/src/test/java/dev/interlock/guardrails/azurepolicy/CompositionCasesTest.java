package dev.interlock.guardrails.azurepolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.guardrails.PolicyTestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Cases that are derived from Microsoft's documentation, each file from the pages that it names:
 * how assignments, initiatives and exemptions work together, and the examples of the language.
 */
class CompositionCasesTest {

  private static final Path FOLDER = Path.of("src/test/resources/azurepolicy/cases");
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** What a suite of compositions must at least hold to be one. */
  private static final int FEWEST_COMPOSITIONS = 150;

  private static final int FEWEST_OF_LANGUAGE = 80;

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return run("").stream()
        .map(one -> DynamicTest.dynamicTest(one.file() + ": " + one.name(), () -> check(one)));
  }

  private static void check(PolicyTestRun.Case one) {
    assertThat(one.passed()).as("expected %s%nactual %s", one.expected(), one.actual()).isTrue();
  }

  @Test
  void suite_is_whole() throws IOException {
    assertThat(run("composition-")).hasSizeGreaterThanOrEqualTo(FEWEST_COMPOSITIONS);
    assertThat(run("language-")).hasSizeGreaterThanOrEqualTo(FEWEST_OF_LANGUAGE);
  }

  @Test
  void names_of_cases_are_their_own() throws IOException {
    assertThat(run("")).extracting(one -> one.file() + one.name()).doesNotHaveDuplicates();
  }

  private static List<PolicyTestRun.Case> run(String prefix) throws IOException {
    List<PolicyTestRun.Case> results = new ArrayList<>();
    PolicyTestRun run = new PolicyTestRun();
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> tests =
          files
              .filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
              .filter(file -> file.toString().endsWith(".yaml"))
              .sorted()
              .toList();
      tests.forEach(file -> run.run(file, NOW, results::add));
    }
    assertThat(run.problems()).filteredOn(problem -> problem.code().equals("POL071")).isEmpty();
    return results;
  }
}
