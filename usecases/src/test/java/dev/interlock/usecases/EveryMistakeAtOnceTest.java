package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those who use an estate find wrong in it is told although a document is not whole. */
class EveryMistakeAtOnceTest {

  @TempDir private Path folder;

  @Test
  void a_rule_is_compiled_although_its_control_lacks_a_key() throws IOException {
    write(
        """
        apiVersion: interlock.dev/v1
        kind: Organization
        metadata: {name: group}
        spec: {displayName: Group, currency: EUR, timeZone: Europe/Vienna}
        ---
        apiVersion: interlock.dev/v1
        kind: Control
        metadata: {name: limits}
        spec:
          title: Limits
          match: {planes: [kubernetes]}
          rule: "resource.spec.replicas >"
          severity: hihg
          remediation: Write them
        ---
        apiVersion: interlock.dev/v1
        kind: Control
        metadata: {name: no-rule}
        spec:
          title: No rule
          match: {planes: [kubernetes]}
          severity: high
          rationale: R
          remediation: R
        """);

    assertThat(new ReadEstate().check(folder).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactlyInAnyOrder("DOC102", "DOC104", "GRD001", "DOC102");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("estate.yaml"), text);
  }
}
