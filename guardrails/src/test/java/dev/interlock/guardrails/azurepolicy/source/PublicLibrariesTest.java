package dev.interlock.guardrails.azurepolicy.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ReadOptions;
import dev.interlock.finding.Diagnostic;
import dev.interlock.goldens.Shared;
import dev.interlock.guardrails.azurepolicy.model.Assignment;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What others published is read whole. */
class PublicLibrariesTest {

  @Test
  void everyBuiltInDefinitionIsRead() throws IOException {
    PolicyReader reader = new PolicyReader();
    List<Diagnostic> broken;
    try (InputStream stream =
        new GZIPInputStream(
            Files.newInputStream(Shared.require("cases/azure-policy-builtins.jsonl.gz")))) {
      String lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      broken =
          DocumentReader.with(ReadOptions.policies())
              .read(
                  lines,
                  "built-ins",
                  line -> reader.node(definition(line.root()), line.file(), "line"));
    }
    PolicyReading reading = reader.finish();

    assertThat(broken).isEmpty();
    assertThat(reading.diagnostics()).isEmpty();
    assertThat(reading.objects().definitions()).hasSize(736);
    assertThat(reading.objects().definitions())
        .allSatisfy(definition ->
            assertThat(reading.objects().definition(definition.id(), null)).isSameAs(definition));
  }

  private static Node definition(Node line) {
    return Objects.requireNonNull(((MappingNode) line).get("definition"));
  }

  @Test
  void theLandingZoneLibraryIsRead() {
    PolicyReading reading = PolicyReader.read(List.of(Shared.require("cases/alz-library")));
    PolicyObjects objects = reading.objects();

    assertThat(reading.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    assertThat(objects.definitions()).hasSize(292);
    assertThat(objects.initiatives()).hasSize(58);
    assertThat(objects.assignments()).hasSize(102);
    assertThat(objects.exemptions()).isEmpty();
    assertThat(reading.diagnostics()).extracting(Diagnostic::code).isSubsetOf(Set.of("POL019"));
    assertThat(objects.assignments().stream().filter(own(objects))).isNotEmpty();
  }

  /** An assignment of what the library itself holds, found through its placeholder. */
  private static Predicate<Assignment> own(PolicyObjects objects) {
    return assignment ->
        assignment.policyDefinitionId().contains("/placeholder/")
            && (objects.definition(assignment.policyDefinitionId(), null) != null
                || objects.initiative(assignment.policyDefinitionId(), null) != null);
  }
}
