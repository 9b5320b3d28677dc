package dev.interlock.facts.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.Document;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.Resource;
import dev.interlock.facts.TemplateExpander;
import dev.interlock.facts.TemplateExpansion;
import dev.interlock.facts.TemplateQuestion;
import dev.interlock.finding.Diagnostic;
import dev.interlock.goldens.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real templates expand, and what is wrong with them is theirs. */
class SharedTemplatesTest {

  private static final String FOLDER = "cases/arm-templates";

  /** Errors that are right, by a part of the file's name. */
  private static final Map<String, String> OWN_FAULTS =
      Map.of(
          // resourceId() of a subnet without the network's name
          "network__qs__demos__vmss-win-iis-app-ssl", "ARM001",
          // a value for a parameter that was removed
          "mutiple-vms-with-data-management-gateway", "ARM004",
          // sample values that are too long, or empty where the template wants one character
          "machine-learning-end-to-end-secure", "ARM005",
          "microsoft.azurestackhci__", "ARM005");

  /** Only what runs, and what nobody gave, may be unknown. */
  private static final Pattern RUNTIME =
      Pattern.compile(
          "what .* answers is known only .*"
              + "|list\\w*\\(\\) asks the resource once it is deployed"
              + "|newGuid\\(\\) gives another value at each deployment"
              + "|it is the value of a secure parameter"
              + "|it is made from a secure value"
              + "|the parameter '.*' has no value"
              + "|its value is kept in a key vault"
              + "|the template of .* is not here"
              + "|its template is not here"
              + "|providers\\(\\) asks the resource provider at deployment"
              + "|it is known only when it is deployed"
              + "|(the|who) .* not told"
              + "|.* is not deployed: its condition is false"
              + "|an element of an array is unknown"
              + "|its expression fails: resourceId\\(\\): the type .*subnets needs 2 names .*",
          Pattern.DOTALL);

  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.list(Shared.require(FOLDER))) {
      return files.filter(f -> !f.toString().endsWith("parameters.json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void only_its_own_faults_are_errors(Path file) {
    for (Diagnostic diagnostic : expand(file).diagnostics()) {
      if (diagnostic.isError()) {
        String name = file.getFileName().toString();
        assertThat(OWN_FAULTS)
            .as(diagnostic.render())
            .anySatisfy((part, code) -> {
              assertThat(name).contains(part);
              assertThat(diagnostic.code()).isEqualTo(code);
            });
      }
    }
  }

  @Test
  void only_what_runs_is_unknown() throws IOException {
    Map<String, Integer> others = new TreeMap<>();
    int resources = 0;
    for (Path file : templates()) {
      for (Resource resource : expand(file).resources()) {
        resources++;
        for (String reason : reasons(resource.body(), new ArrayList<>())) {
          if (!RUNTIME.matcher(reason).matches()) {
            others.merge(file.getFileName() + ": " + reason, 1, Integer::sum);
          }
        }
      }
    }
    assertThat(others).isEmpty();
    assertThat(resources).isGreaterThan(500);
  }

  @Test
  void no_resource_is_left_with_what_makes_it() throws IOException {
    for (Path file : templates()) {
      for (Resource resource : expand(file).resources()) {
        assertThat(new TreeSet<>(keys(resource)))
            .as(resource.id())
            .contains("id", "type", "name", "apiVersion", "properties", "dependsOn")
            .doesNotContain("copy", "condition", "existing", "resources");
        assertThat(resource.id()).startsWith("/").doesNotContain("[", "\n");
        assertThat(resource.id().contains("//"))
            .as("%s: %s", file.getFileName(), resource.id())
            .isEqualTo(isNamedByEmptySamples(file, resource));
        assertThat(resource.type()).contains("/").doesNotContain("/providers/");
      }
    }
  }

  /** These templates come with parameter files whose names are empty. */
  private static boolean isNamedByEmptySamples(Path file, Resource resource) {
    return file.toString().contains("microsoft.azurestackhci__") && resource.id().contains("//");
  }

  @Test
  void what_is_waited_for_and_what_is_extended_are_ids() throws IOException {
    int waits = 0;
    int scopes = 0;
    for (Path file : templates()) {
      for (Resource resource : expand(file).resources()) {
        if (resource.body().get("dependsOn") instanceof SequenceNode list) {
          for (Node item : list.items()) {
            waits++;
            assertThat(item instanceof UnknownNode || isId(item))
                .as("%s: %s", resource.id(), item)
                .isTrue();
          }
        }
        String scope = resource.body().text("scope");
        if (scope != null && !scope.equals("/")) {
          scopes++;
          assertThat(resource.id()).startsWithIgnoringCase(scope + "/");
        }
      }
    }
    assertThat(waits).isGreaterThan(300);
    assertThat(scopes).isGreaterThan(5);
  }

  private static boolean isId(Node node) {
    return node instanceof ScalarNode text && text.text().startsWith("/");
  }

  private static List<String> keys(Resource resource) {
    return resource.body().entries().stream().map(MappingNode.Entry::key).toList();
  }

  private static List<String> reasons(Node node, List<String> reasons) {
    switch (node) {
      case UnknownNode unknown -> reasons.add(unknown.reason());
      case SequenceNode list -> list.items().forEach(item -> reasons(item, reasons));
      case MappingNode mapping ->
          mapping.entries().forEach(entry -> reasons(entry.value(), reasons));
      default -> {}
    }
    return reasons;
  }

  private static TemplateExpansion expand(Path file) {
    List<Document> parameters = new ArrayList<>();
    Path beside = Path.of(file.toString().replaceFirst("\\.json$", ".parameters.json"));
    if (Files.exists(beside)) {
      parameters.add(Expanding.read(beside, beside.getFileName().toString()));
    }
    return TemplateExpander.expand(
        new TemplateQuestion(
            Expanding.read(file, file.getFileName().toString()),
            parameters,
            Map.of(),
            Expanding.TARGET,
            (_, _) -> Optional.empty()));
  }
}
