package dev.interlock.facts.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.goldens.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a plan holds, reading ends with resources or diagnostics. */
class HostilePlanTest {

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "7",
          "-1e99",
          "\"\"",
          "\"x\"",
          "[]",
          "{}",
          "[null]",
          "[[[]]]",
          "[{}]",
          "{\"a\":null}",
          "\"{\\\"a\\\":[\"",
          "\"/subscriptions/\"",
          "\"{x}\"",
          "\"..\"",
          "99999999999999999999999999",
          "[true, 1, \"a\", {\"b\": []}]");

  @ParameterizedTest
  @MethodSource("dev.interlock.facts.terraform.MappingGoldenTest#folders")
  void a_value_of_another_kind_anywhere_stops_nothing(Path folder) throws IOException {
    String plan = Files.readString(folder.resolve("plan.json"));
    Random random = new Random(folder.getFileName().toString().hashCode());
    for (int i = 0; i < 40; i++) {
      String mutated = mutated(plan, random);
      Plans read = Plans.of(mutated);
      assertThat(read.codes()).allMatch(code -> code.startsWith("FAC") || code.startsWith("DOC"));
      assertThat(read.json()).isNotEmpty();
    }
  }

  /** Puts other values in the place of some. */
  private static String mutated(String plan, Random random) {
    List<String> lines = new ArrayList<>(plan.lines().toList());
    for (int i = 0; i < 6; i++) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      int colon = line.indexOf("\": ");
      boolean plain = colon > 0 && !line.endsWith("{") && !line.endsWith("[");
      if (plain) {
        String comma = line.endsWith(",") ? "," : "";
        String value = VALUES.get(random.nextInt(VALUES.size()));
        lines.set(at, line.substring(0, colon + 3) + value + comma);
      }
    }
    return String.join("\n", lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resource_changes\": {}}",
        "{\"resource_changes\": [1, null, [], {}, {\"type\": 7}, {\"type\": \"a\", \"change\": []}]}",
        "{\"resource_changes\": [{\"type\": \"azurerm_subnet\", \"change\": {\"actions\": [7, null]}}]}",
        "{\"format_version\": [], \"terraform_version\": \"1\", \"resource_changes\": []}",
        "{\"format_version\": \"1.0\", \"terraform_version\": \"1\", \"values\": [],"
            + " \"configuration\": 7, \"variables\": []}",
        "[{\"type\": \"azurerm_resource_group\", \"change\": {\"actions\": []}}]",
        "{\"resource_changes\": [{\"type\": \"azapi_resource\", \"address\": \"module.\","
            + " \"change\": {\"actions\": [\"create\"], \"after\": {\"type\": \"a/b\","
            + " \"body\": \"[\", \"parent_id\": \"/\"}}}]}",
        "{\"resource_changes\": [{\"type\": \"azapi_resource\", \"change\": {\"actions\":"
            + " [\"create\"], \"after\": {\"type\": \"/\", \"name\": \"/\"}}}]}",
        "{\"resource_changes\": [{\"type\": \"azurerm_../../x\", \"change\": {\"actions\":"
            + " [\"delete\"], \"before\": {\"..\": {\"\": 1}}}}]}",
        "{\"resource_changes\": [{\"type\": \"azurerm_resource_group\", \"change\": {\"actions\":"
            + " [\"create\"], \"after\": {\"..\": {\"\": 1}, \"a.b\": 1, \"\": 2}}}]}",
      })
  void shapes_that_no_plan_has_stop_nothing(String text) {
    assertThat(Plans.of(text).json()).isNotEmpty();
  }

  @Test
  void deep_values_end_in_a_diagnostic() {
    String deep = "[".repeat(5000) + "]".repeat(5000);
    String change = "{\"actions\": [\"create\"], \"after\": {\"tags\": %s}}".formatted(deep);
    assertThat(Plans.change("azurerm_resource_group", change).codes()).contains("DOC010");
  }

  @Tag("slow")
  @Test
  void a_hundred_thousand_instances_that_refer_to_one_another_are_read() {
    String change =
        """
        {"address": "azurerm_storage_container.x[%1$d]", "type": "azurerm_storage_container",
         "name": "x", "index": %1$d, "change": {"actions": ["create"], "after": {},
         "after_unknown": {"storage_account_id": true, "name": true}}}
        """;
    String changes =
        String.join(",", IntStream.range(0, 100_000).mapToObj(change::formatted).toList());
    String plan =
        """
        {"resource_changes": [%s], "configuration": {"root_module": {"resources": [
          {"address": "azurerm_storage_container.x", "expressions": {
            "storage_account_id": {"references": ["azurerm_storage_container.x", "each.key"]},
            "name": {"references": ["azurerm_storage_container.x.name"]}}}]}}}
        """
            .formatted(changes);
    assertThat(Plans.of(plan).resources()).hasSize(100_000);
  }

  @Test
  void real_plans_are_read() throws IOException {
    Path shared = Shared.require("cases/tfplans");
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.list(shared)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        wrong.addAll(ours(file.getFileName().toString(), Files.readString(file)));
      }
    }
    try (Stream<Path> files = Files.list(shared.resolve("avm"))) {
      for (Path file : files.sorted().toList()) {
        DocumentReader.standard()
            .read(Files.readString(file), "a", whole -> cases(file, whole.root(), wrong));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void cases(Path file, Node root, List<String> wrong) {
    SequenceNode cases = (SequenceNode) ((MappingNode) root).get("cases");
    if (cases != null) {
      for (Node one : cases.items()) {
        MappingNode plan = (MappingNode) ((MappingNode) one).get("plan");
        if (plan == null || (plan.get("resource_changes") == null && plan.get("values") == null)) {
          continue;
        }
        wrong.addAll(ours(file + " " + ((MappingNode) one).text("name"), new Json(plan).text()));
      }
    }
  }

  /** A type without a mapping is told, and that is right. */
  private static List<String> ours(String name, String plan) {
    Plans read = Plans.of(plan);
    return read.codes().stream()
        .filter(code -> !code.equals("FAC017"))
        .map(code -> name + ": " + code + read.reading().diagnostics())
        .toList();
  }
}
