package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
