package dev.interlock.facts.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ReadOptions;
import dev.interlock.facts.DeploymentTarget;
import dev.interlock.facts.LinkedTemplates;
import dev.interlock.facts.TemplateExpander;
import dev.interlock.facts.TemplateExpansion;
import dev.interlock.facts.TemplateQuestion;
import dev.interlock.finding.Diagnostic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Expands templates in tests, always to the same place at the same time. */
final class Expanding {

  static final DeploymentTarget TARGET =
      new DeploymentTarget(
          "11111111-1111-1111-1111-111111111111",
          "platform",
          "22222222-2222-2222-2222-222222222222",
          "erp",
          "westeurope",
          "main",
          Instant.parse("2026-11-22T08:00:00Z"));

  private Expanding() {}

  /** A template in a text, alone. */
  static TemplateExpansion text(String template) {
    return TemplateExpander.expand(question(template, Map.of()));
  }

  /** A template in a text, with settings. */
  static TemplateExpansion text(String template, Map<String, String> settings) {
    return TemplateExpander.expand(question(template, settings));
  }

  static TemplateQuestion question(String template, Map<String, String> settings) {
    return new TemplateQuestion(
        read(template, "template.json"), List.of(), settings, TARGET, (_, _) -> Optional.empty());
  }

  /** A folder with a template and what is beside it. */
  static TemplateQuestion folder(Path folder) {
    List<Document> parameters = new ArrayList<>();
    if (Files.exists(folder.resolve("parameters.json"))) {
      parameters.add(read(folder.resolve("parameters.json"), "parameters.json"));
    }
    Path options = folder.resolve("options.json");
    Node told =
        Files.exists(options)
            ? read(options, "options.json").root()
            : new MappingNode(List.of(), 1, 1);
    return new TemplateQuestion(
        read(folder.resolve("template.json"), "template.json"),
        parameters,
        settings(told),
        target(told),
        new LinkedTemplates(file -> Optional.of(folder.resolve(file))));
  }

  private static Map<String, String> settings(Node told) {
    Map<String, String> settings = new LinkedHashMap<>();
    if (told instanceof MappingNode mapping && mapping.get("set") instanceof MappingNode set) {
      set.entries().forEach(entry -> settings.put(entry.key(), set.text(entry.key())));
    }
    return settings;
  }

  private static DeploymentTarget target(Node told) {
    MappingNode mapping = (MappingNode) told;
    String location = mapping.text("location");
    return "".equals(location)
        ? DeploymentTarget.UNNAMED
        : location == null ? TARGET : at(location);
  }

  private static DeploymentTarget at(String location) {
    return new DeploymentTarget(
        TARGET.tenant(),
        TARGET.managementGroup(),
        TARGET.subscription(),
        TARGET.resourceGroup(),
        location,
        TARGET.deploymentName(),
        TARGET.now());
  }

  static Document read(Path file, String name) {
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> problems =
        DocumentReader.with(ReadOptions.policies()).read(file, name, documents::add);
    assertThat(problems).isEmpty();
    return documents.getFirst();
  }

  static Document read(String text, String name) {
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> problems =
        DocumentReader.with(ReadOptions.policies()).read(text, name, documents::add);
    assertThat(problems).isEmpty();
    return documents.getFirst();
  }

  /** All that comes of it, to be read by people. */
  static String shown(TemplateExpansion expansion) {
    List<String> resources =
        expansion.resources().stream().map(r -> PrettyJson.of(r.body(), "    ")).toList();
    List<String> diagnostics =
        expansion.diagnostics().stream()
            .map(d -> PrettyJson.quoted(d.render().replaceFirst("\\R  hint: .*", "")))
            .toList();
    return PrettyJson.block(
            "{",
            List.of(
                "\"resources\": " + PrettyJson.block("[", resources, "  "),
                "\"outputs\": " + PrettyJson.of(expansion.outputs(), "  "),
                "\"diagnostics\": " + PrettyJson.block("[", diagnostics, "  ")),
            "")
        + "\n";
  }
}
