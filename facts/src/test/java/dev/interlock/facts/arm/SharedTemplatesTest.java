package dev.interlock.facts.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.ReadOptions;
import dev.interlock.facts.DeploymentTarget;
import dev.interlock.facts.TemplateExpander;
import dev.interlock.facts.TemplateExpansion;
import dev.interlock.facts.TemplateQuestion;
import dev.interlock.finding.Diagnostic;
import dev.interlock.goldens.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real templates expand, and what is wrong with them is theirs. */
class SharedTemplatesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  @Test
  void all_expand() throws IOException {
    Path folder = Shared.require("cases/arm-templates");
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.filter(f -> !f.toString().endsWith("parameters.json")).sorted().toList();
    }
    StringBuilder out = new StringBuilder();
    int resources = 0;
    for (Path file : files) {
      TemplateExpansion expansion = expand(file);
      resources += expansion.resources().size();
      out.append(file.getFileName()).append(' ').append(expansion.resources().size()).append('\n');
      for (Diagnostic d : expansion.diagnostics()) {
        out.append("   ").append(d.render()).append('\n');
      }
    }
    Files.writeString(Path.of("target/templates.txt"), out);
    assertThat(resources).isGreaterThan(500);
  }

  private static TemplateExpansion expand(Path file) {
    List<Document> parameters = new ArrayList<>();
    Path beside = Path.of(file.toString().replaceFirst("\\.json$", ".parameters.json"));
    if (Files.exists(beside)) {
      parameters.add(read(beside));
    }
    return TemplateExpander.expand(
        new TemplateQuestion(
            read(file),
            parameters,
            Map.of(),
            new DeploymentTarget(
                "11111111-1111-1111-1111-111111111111",
                "platform",
                "22222222-2222-2222-2222-222222222222",
                "erp",
                "westeurope",
                "main",
                NOW),
            (_, _) -> Optional.empty()));
  }

  private static Document read(Path file) {
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> problems =
        DocumentReader.with(ReadOptions.policies())
            .read(file, String.valueOf(file.getFileName()), documents::add);
    assertThat(problems).isEmpty();
    return documents.getFirst();
  }
}
