package dev.interlock.guardrails.azurepolicy.alias;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.Diagnostic;
import dev.interlock.goldens.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasFileTest {

  private static final String PROVIDER =
      """
      {"namespace": "Contoso.Erp", "resourceTypes": [
        {"resourceType": "plants", "capabilities": "SupportsTags, SupportsLocation", "aliases": [
          {"name": "Contoso.Erp/plants/size", "defaultPath": "properties.size",
           "defaultMetadata": {"attributes": "Modifiable", "type": "Integer"},
           "paths": [
             {"path": "sku.size", "apiVersions": ["2020-01-01", "2021-01-01-Preview"]},
             {"path": "properties.size", "apiVersions": ["2024-01-01"],
              "metadata": {"attributes": "None"}}]},
          {"name": "Contoso.Erp/line", "defaultPath": "properties.id",
           "defaultPattern": {"phrase": "/plants/{plant}/lines/{line}", "variable": "line",
                              "type": "Extract"}, "paths": null}]},
        {"resourceType": "plants/lines", "capabilities": "None", "aliases": null}]}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"%s", "[%s]", "{\"value\": [%s]}"})
  void providers_are_read_alone_and_in_lists(String around) {
    AliasFile.Loaded loaded = read(around.formatted(PROVIDER));

    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.aliases())
        .extracting(Alias::name)
        .containsExactly("Contoso.Erp/plants/size", "Contoso.Erp/line");
    assertThat(loaded.tagSupport())
        .isEqualTo(Map.of("Contoso.Erp/plants", true, "Contoso.Erp/plants/lines", false));
  }

  @Test
  void path_and_modifiability_follow_the_api_version() {
    Alias size = read(PROVIDER).aliases().getFirst();

    assertThat(size.path(null)).isEqualTo(new AliasPath("properties.size", null, true));
    assertThat(size.path("2019-01-01").text()).isEqualTo("properties.size");
    assertThat(size.path("2021-01-01-preview")).isEqualTo(new AliasPath("sku.size", null, true));
    assertThat(size.path("2024-01-01")).isEqualTo(new AliasPath("properties.size", null, false));
  }

  @Test
  void pattern_takes_its_variable() {
    AliasPattern pattern = requireNonNull(read(PROVIDER).aliases().getLast().standard().pattern());

    assertThat(pattern.extract("/Plants/hamburg/Lines/7")).contains("7");
    assertThat(pattern.extract("/plants/hamburg/lines/7/more")).isEmpty();
  }

  @Test
  void alias_without_a_default_is_where_the_newest_version_has_it() {
    AliasFile.Loaded loaded =
        read(
            alias(
                """
                {"name": "a/b/c", "defaultPath": null, "paths": [
                  {"path": "old", "apiVersions": ["2015-01-01"]},
                  {"path": "new", "apiVersions": ["2016-01-01"]}]}\
                """));

    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.aliases().getFirst().path(null).text()).isEqualTo("new");
    assertThat(loaded.aliases().getFirst().path("2015-01-01").text()).isEqualTo("old");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POL100 1:1 | 7",
        "POL100 1:1 | {\"a\": 1}",
        "POL100 1:2 | [[]]",
        "POL100 1:2 | [{\"namespace\": [], \"resourceTypes\": []}]",
        "POL101 1:39 | {\"namespace\": \"a\", \"resourceTypes\": [ 7]}",
        "POL101 1:38 | {\"namespace\": \"a\", \"resourceTypes\": [{}]}",
        "POL101 1:55 | {\"namespace\": \"a\", \"resourceTypes\": [{\"resourceType\": 7}]}",
        "POL106 0:0 | []",
        "POL106 0:0 | {\"namespace\": \"a\", \"resourceTypes\": []}",
      })
  void what_is_no_list_of_providers_is_told_with_its_place(String row) {
    String[] parts = row.split(" \\| ", 2);

    assertThat(first(read(parts[1]))).isEqualTo(parts[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POL102 2:1 | 7",
        "POL102 2:1 | {\"defaultPath\": \"x\"}",
        "POL102 2:1 | {\"name\": \" \", \"defaultPath\": \"x\"}",
        "POL102 2:1 | {\"name\": \"a/b/c\"}",
        "POL101 2:10 | {\"name\": 7, \"defaultPath\": \"x\"}",
        "POL101 2:34 | {\"name\": \"a/b/c\", \"defaultPath\": []}",
        "POL101 2:48 | {\"name\": \"a/b/c\", \"defaultPath\": \"x\", \"paths\": {}}",
        "POL101 2:49 | {\"name\": \"a/b/c\", \"defaultPath\": \"x\", \"paths\": [7]}",
        "POL103 2:1 | {\"name\": \"a/b/c\", \"defaultPath\": \"x..y\"}",
        "POL103 2:1 | {\"name\": \"a/b/c\", \"defaultPath\": \"x[1].y\"}",
        "POL105 2:57 | {\"name\": \"a/b/c\", \"defaultPath\": \"x\", \"defaultPattern\": {\"type\": \"Extract\"}}",
      })
  void what_is_no_alias_is_told_with_its_place(String row) {
    String[] parts = row.split(" \\| ", 2);

    assertThat(first(read(alias(parts[1])))).isEqualTo(parts[0]);
  }

  @Test
  void alias_declared_twice_with_two_paths_is_told_and_the_last_holds() {
    AliasFile.Loaded loaded =
        read(
            alias(
                """
                {"name": "a/b/c", "defaultPath": "x"}, {"name": "a/b/c", "defaultPath": "x"},
                {"name": "A/b/c", "defaultPath": "y"}\
                """));

    assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsExactly("POL104");
    assertThat(loaded.diagnostics()).noneMatch(Diagnostic::isError);
    assertThat(loaded.aliases()).extracting(alias -> alias.standard().text()).containsExactly("y");
  }

  @Test
  void one_wrong_alias_does_not_hide_the_others() {
    AliasFile.Loaded loaded =
        read(alias("7, {\"name\": \"a/b/c\", \"defaultPath\": \"properties.c\"}"));

    assertThat(loaded.diagnostics()).hasSize(1);
    assertThat(loaded.aliases()).hasSize(1);
  }

  @Test
  void what_is_no_json_is_told() {
    assertThat(read("[{\"namespace\": ").diagnostics())
        .isNotEmpty()
        .allMatch(diagnostic -> diagnostic.source().line() > 0);
    assertThat(AliasFile.read(folder.resolve("absent"), "absent").diagnostics()).hasSize(1);
  }

  @Tag("slow")
  @Test
  void fifty_megabytes_of_nonsense_are_told_in_a_hundred_lines() {
    String nonsense = "{\"namespace\": 7, \"resourceTypes\": 7},\n".repeat(1_400_000);
    AliasFile.Loaded loaded = read("[" + nonsense + "7]");

    assertThat(nonsense.length()).isGreaterThan(50_000_000);
    assertThat(loaded.diagnostics()).hasSize(101);
    assertThat(loaded.diagnostics().getLast().message()).startsWith("1399901 more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"value\":", "[{\"namespace\":\"a\",\"resourceTypes\":"})
  void deep_nesting_is_refused(String opening) {
    assertThat(read(opening.repeat(200_000)).diagnostics())
        .isNotEmpty()
        .hasSizeLessThan(10)
        .anyMatch(Diagnostic::isError);
  }

  @ParameterizedTest
  @ValueSource(strings = {"test_aliases.json", "versioned_aliases.json"})
  void files_of_others_are_read_without_complaint(String name) {
    Path file = Shared.require("cases/azure-policy-regorus/_aliases/" + name);
    AliasFile.Loaded loaded = AliasFile.read(file, name);

    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.aliases()).hasSizeGreaterThan(20);
  }

  private static String alias(String json) {
    return "{\"namespace\": \"a\", \"resourceTypes\": [{\"resourceType\": \"b\", \"aliases\": [\n"
        + json
        + "]}]}";
  }

  private static String first(AliasFile.Loaded loaded) {
    assertThat(loaded.diagnostics()).isNotEmpty();
    Diagnostic first = loaded.diagnostics().getFirst();
    return first.code() + " " + first.source().line() + ":" + first.source().column();
  }

  private AliasFile.Loaded read(String text) {
    try {
      Path file = Files.writeString(folder.resolve("aliases.json"), text);
      return AliasFile.read(file, "aliases.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
