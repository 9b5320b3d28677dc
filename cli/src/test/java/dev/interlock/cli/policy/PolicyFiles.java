package dev.interlock.cli.policy;

import dev.interlock.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder with a definition and a resource, for the tests of commands about policies. */
abstract class PolicyFiles {

  static final String HTTPS_ONLY =
      """
      {
        "name": "https-only",
        "properties": {
          "displayName": "Storage accounts answer HTTPS only",
          "mode": "Indexed",
          "parameters": {
            "effect": {"type": "String", "allowedValues": ["audit", "deny", "disabled"],
                       "defaultValue": "deny"}
          },
          "policyRule": {
            "if": {"allOf": [
              {"field": "type", "equals": "Microsoft.Storage/storageAccounts"},
              {"field": "Microsoft.Storage/storageAccounts/supportsHttpsTrafficOnly",
               "notEquals": true}
            ]},
            "then": {"effect": "[parameters('effect')]"}
          }
        }
      }
      """;

  static final String ACCOUNT =
      """
      {"type": "Microsoft.Storage/storageAccounts", "name": "filestore",
       "location": "westeurope", "properties": {"supportsHttpsTrafficOnly": false}}
      """;

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void files() throws IOException {
    write("https-only.json", HTTPS_ONLY);
    write("account.json", ACCOUNT);
  }

  final String write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content).toString();
  }

  final String path(String name) {
    return folder.resolve(name).toString();
  }

  static JsonNode json(CliRun run) {
    return JsonMapper.shared().readTree(run.out());
  }
}
