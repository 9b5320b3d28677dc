package dev.interlock.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that belong to others: what is read with them, and what must be made of them first. */
class FilesThatBelongTogetherTest {

  @TempDir Path directory;
  private final List<Resource> resources = new ArrayList<>();

  private Reading files(Path path) {
    return FactReader.standard(new ByteArrayInputStream(new byte[0]))
        .read(List.of(path.toString()), resources::add);
  }

  private Path write(String name, String text) throws IOException {
    Path path = directory.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main.bicep|param a string|bicep build",
        "main.bicepparam|using 'main.bicep'|bicep build-params",
        "main.tf|terraform {}|terraform show -json",
        "tfplan|PK\u0003\u0004 x|terraform show -json"
      })
  void what_a_tool_must_make_something_of_is_told_with_the_tool(
      String name, String text, String tool) throws IOException {
    Reading reading = files(write(name, text));
    assertThat(reading.diagnostics())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("FAC018");
          assertThat(problem.hint()).contains(tool);
        });
  }

  @Test
  void a_linked_template_is_read_with_the_one_that_links_it_alone() throws IOException {
    String template =
        """
        {"$schema": "https://x/deploymentTemplate.json#", "contentVersion": "1",
         "parameters": {"name": {"type": "string"}}, "resources": [
          {"type": "Microsoft.KeyVault/vaults", "apiVersion": "1", "name": "[parameters('name')]"}]}
        """;
    write("linked/vault.json", template);
    write(
        "linked/alone.json", template.replace("\"string\"", "\"string\", \"defaultValue\": \"b\""));
    write(
        "main.json",
        """
        {"$schema": "https://x/deploymentTemplate.json#", "contentVersion": "1", "resources": [
          {"type": "Microsoft.Resources/deployments", "apiVersion": "1", "name": "d", "properties": {
            "templateLink": {"relativePath": "linked/vault.json"},
            "parameters": {"name": {"value": "a"}}}}]}
        """);
    assertThat(files(directory).diagnostics()).isEmpty();
    assertThat(resources).extracting(Resource::name).containsExactly("a", "b");
  }
}
