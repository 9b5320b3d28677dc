package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadEstateTest {

  private static final String ESTATE =
      """
      apiVersion: interlock.dev/v1
      kind: ControlSet
      metadata:
        name: house
      spec:
        displayName: House rules
        controls: [k8s-no-cluster-admin, k8s-no-cluster-admn]
        tiers: []
        severities: {azure-storage-tls-versio: low}
        params: {}
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void a_control_that_does_not_exist_is_reported_once() throws IOException {
    Files.writeString(folder.resolve("sets.yaml"), ESTATE);
    List<Diagnostic> about =
        new ReadEstate()
            .check(folder).diagnostics().stream().filter(d -> d.source().line() > 5).toList();
    assertThat(about).extracting(Diagnostic::code).containsExactly("GRD002", "GRD004");
  }

  @Test
  void what_is_wrong_inside_a_policy_of_the_estate_is_reported_with_its_line() throws IOException {
    Files.writeString(
        folder.resolve("sets.yaml"),
        ESTATE
            .replaceFirst("controls: .*", "policies: [policies/]")
            .replaceFirst(" *severities.*\n", ""));
    Files.createDirectory(folder.resolve("policies"));
    Files.writeString(
        folder.resolve("policies/tags.json"),
        "{\"policyRule\":\n{\"if\": {\"field\": \"tags\", \"exsts\": true}, \"then\":"
            + " {\"effect\": \"deny\"}}}");
    List<Diagnostic> found = new ReadEstate().checkWithPolicies(folder).diagnostics();
    assertThat(found)
        .anySatisfy(problem -> {
          assertThat(problem.code()).isEqualTo("POL054");
          assertThat(problem.source().file()).endsWith("tags.json");
          assertThat(problem.source().line()).isEqualTo(2);
        });
    assertThat(new ReadEstate().check(folder).diagnostics())
        .noneMatch(problem -> problem.code().startsWith("POL"));
  }

  @Test
  void what_is_wrong_inside_a_calendar_file_is_reported_with_its_line() throws IOException {
    Path estate = Files.createDirectory(folder.resolve("estate"));
    Path sample = Path.of("../samples/estate");
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = estate.resolve(sample.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        String text = Files.readString(file);
        Files.writeString(copy, text.replace("DTSTART", "DTSTARTX"));
      }
    }

    assertThat(new ReadEstate().check(estate).diagnostics())
        .anySatisfy(problem -> {
          assertThat(problem.source().file()).endsWith(".ics");
          assertThat(problem.source().line()).isPositive();
        });
    assertThat(new ReadEstate().check(sample).diagnostics())
        .noneMatch(problem -> problem.source().file().endsWith(".ics"));
  }
}
