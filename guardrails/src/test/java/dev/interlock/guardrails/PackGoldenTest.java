package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Finding;
import dev.interlock.goldens.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shipped control against its cases: {@code golden/<control>/{pass,fail,unknown}/} holds an
 * input and what is found in it. {@code -Dgolden.update=true} rewrites what is found.
 */
class PackGoldenTest {

  private static final Path GOLDEN = Path.of("src/test/golden");
  private static final Controls SHIPPED = ControlPack.shipped();

  static Stream<String> cases() throws IOException {
    try (Stream<Path> below = Files.walk(GOLDEN, 2)) {
      return below
          .filter(path -> GOLDEN.relativize(path).getNameCount() == 2)
          .map(path -> GOLDEN.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shipped_control_decides_its_cases(String name) throws IOException {
    String control = name.substring(0, name.indexOf('/'));
    String outcome = name.substring(name.indexOf('/') + 1);
    Path folder = GOLDEN.resolve(name);
    Guardrail guardrail = SHIPPED.find(control).orElseThrow();
    Judgement judgement = Inputs.judge(Controls.of(List.of(guardrail)), Inputs.read(input(folder)));

    assertThat(judgement.summary().evaluations()).as("the control applies").isPositive();
    List<String> outcomes = judgement.findings().stream().map(f -> f.verdict().word()).toList();
    if (outcome.equals("pass")) {
      assertThat(outcomes).isEmpty();
    } else {
      assertThat(outcomes).isNotEmpty().containsOnly(outcome);
      assertThat(judgement.summary().resources())
          .as("every resource of the case is found")
          .isEqualTo(judgement.findings().stream().map(Finding::subject).distinct().count());
    }
    Golden.assertMatches(folder.resolve("findings.txt"), render(judgement));
  }

  private static Path input(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("input."))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String render(Judgement judgement) {
    String findings =
        judgement.findings().stream()
            .map(f ->
                "%s %s %s: %s [%s]%n"
                    .formatted(
                        f.source(),
                        f.verdict().word(),
                        f.severity().word(),
                        f.message(),
                        f.fingerprint()))
            .collect(Collectors.joining());
    return findings + judgement.summary().evaluations() + " evaluated\n";
  }
}
