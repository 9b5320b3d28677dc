package dev.interlock.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyCommandsTest {

  private static final String HTTPS_ONLY =
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

  private static final String ACCOUNT =
      """
      {"type": "Microsoft.Storage/storageAccounts", "name": "filestore",
       "location": "westeurope", "properties": {"supportsHttpsTrafficOnly": false}}
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void files() throws IOException {
    write("https-only.json", HTTPS_ONLY);
    write("account.json", ACCOUNT);
  }

  private String write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content).toString();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private CliRun eval(String... more) {
    String[] args = new String[6 + more.length];
    String[] first = {
      "policy", "eval", "--definition", path("https-only.json"), "--resource", path("account.json")
    };
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return CliRun.of(args);
  }

  private static JsonNode json(CliRun run) {
    return JsonMapper.shared().readTree(run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "{}", "\"x\"", "[{\"type\": \"a/b\"}]"})
  void what_is_no_definition_is_bad_input(String content) throws IOException {
    String file = write("none.json", content);

    CliRun run =
        CliRun.of("policy", "eval", "--definition", file, "--resource", path("account.json"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("none.json:1:1: error:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--resource", "--parameters", "--context"})
  void what_must_be_an_object_and_is_a_list_is_bad_input(String option) throws IOException {
    String list = write("list.json", "[" + ACCOUNT + "]");
    String resource = option.equals("--resource") ? list : path("account.json");

    CliRun run =
        CliRun.of(
            "policy",
            "eval",
            "--definition",
            path("https-only.json"),
            "--resource",
            resource,
            option.equals("--resource") ? "--explain" : option + "=" + list);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("list.json:1:1: error:", "must be an object, not a list");
  }

  @Test
  void passwords_are_not_shown() throws IOException {
    String password = "Microsoft.DBforPostgreSQL/flexibleServers/administratorLoginPassword";
    String rule =
        write(
            "password.json",
            """
            {"if": {"allOf": [
               {"field": "%1$s", "like": "hunter*"},
               {"value": "[concat(field('%1$s'), '!')]", "equals": "hunter2!"},
               {"field": "Microsoft.DBforPostgreSQL/flexibleServers/administratorLogin",
                "exists": true}]},
             "then": {"effect": "deny", "details": {"was": "[field('%1$s')]"}}}
            """
                .formatted(password));
    String server =
        write(
            "server.json",
            """
            {"type": "Microsoft.DBforPostgreSQL/flexibleServers", "name": "s", "properties":
             {"administratorLogin": "ada", "administratorLoginPassword": "hunter2"}}
            """);

    CliRun run =
        CliRun.of("policy", "eval", "--definition", rule, "--resource", server, "--explain");

    assertThat(json(run).path("effect").asString()).isEqualTo("deny");
    assertThat(run.err()).contains("= \"(secret)\", like", "\"ada\"").doesNotContain("hunter2\"");
    assertThat(run.out()).contains("{\"was\":\"(secret)\"}").doesNotContain("\"hunter2\\\"");
  }

  @Test
  void a_long_array_is_explained_by_its_first_elements() throws IOException {
    String rule =
        write(
            "long.json",
            """
            {"if": {"count": {"value": "[range(0, 300)]", "name": "n",
                    "where": {"value": "[current('n')]", "equals": 7}}, "equals": 1},
             "then": {"effect": "deny"}}
            """);

    CliRun run =
        CliRun.of(
            "policy",
            "eval",
            "--definition",
            rule,
            "--resource",
            path("account.json"),
            "--explain");

    assertThat(run.err()).contains("… and 250 more elements");
  }

  @Test
  void an_evaluation_is_one_json_object() {
    CliRun run = eval();
    assertThat(run.out()).isEqualTo("{\"effect\":\"deny\",\"details\":null,\"error\":null}\n");
    assertThat(run.exit()).isZero();
  }

  @Test
  void parameters_choose_the_effect() throws IOException {
    String values = write("values.json", "{\"effect\": {\"value\": \"audit\"}}");
    assertThat(json(eval("--parameters", values)).path("effect").asString()).isEqualTo("audit");
  }

  @Test
  void a_parameter_that_is_not_allowed_is_an_error_with_its_place() throws IOException {
    String values = write("values.json", "{\"effect\": \"denny\"}");
    CliRun run = eval("--parameters", values);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("[POL022]");
    assertThat(json(run).path("error").asString()).contains("effect");
  }

  @Test
  void a_time_that_is_none_is_refused_and_not_replaced() throws IOException {
    String context = write("context.json", "{\"utcNow\": \"yesterday\"}");
    CliRun run = eval("--context", context);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("context.json:1:1: error:", "yesterday", "[POL062]");
  }

  @Test
  void an_explanation_shows_what_each_condition_saw() {
    CliRun run = eval("--explain");
    assertThat(run.err())
        .contains(
            "allOf → true",
            "  field type = \"Microsoft.Storage/storageAccounts\"",
            "supportsHttpsTrafficOnly = false, notEquals true → true");
    assertThat(json(run).path("explanation")).hasSize(3);
  }

  @Test
  void a_misspelt_alias_gives_no_verdict() throws IOException {
    write("https-only.json", HTTPS_ONLY.replace("supportsHttpsTrafficOnly", "httpsOnly"));
    JsonNode result = json(eval());
    assertThat(result.path("effect").asString()).isEqualTo("unknown");
    assertThat(result.path("reason").asString()).contains("there is no alias");
  }

  @Test
  void an_existence_effect_is_unknown_until_the_input_is_complete() throws IOException {
    String definition =
        write(
            "diagnostics.json",
            """
            {"if": {"field": "type", "equals": "Microsoft.Storage/storageAccounts"},
             "then": {"effect": "auditIfNotExists",
                      "details": {"type": "Microsoft.Insights/diagnosticSettings"}}}
            """);
    String[] args = {
      "policy", "eval", "--definition", definition, "--resource", path("account.json")
    };
    assertThat(json(CliRun.of(args)).path("effect").asString()).isEqualTo("unknown");
    String[] complete = java.util.Arrays.copyOf(args, args.length + 1);
    complete[args.length] = "--complete";
    assertThat(json(CliRun.of(complete)).path("effect").asString()).isEqualTo("auditIfNotExists");
  }

  @Test
  void an_initiative_tells_what_each_of_its_definitions_says() throws IOException {
    String initiative =
        write(
            "initiative.json",
            """
            {"name": "storage", "properties": {"policyDefinitions": [
              {"policyDefinitionId": "/providers/Microsoft.Authorization/policyDefinitions/https-only",
               "policyDefinitionReferenceId": "https"},
              {"policyDefinitionId": "/providers/Microsoft.Authorization/policyDefinitions/gone",
               "policyDefinitionReferenceId": "gone"}]}}
            """);
    CliRun run =
        CliRun.of(
            "policy",
            "eval",
            "--initiative",
            initiative,
            "--definitions",
            path("https-only.json"),
            "--resource",
            path("account.json"));
    JsonNode findings = json(run).path("findings");
    assertThat(json(run).path("effect").asString()).isEqualTo("deny");
    assertThat(findings)
        .extracting(f -> f.path("state").asString())
        .containsExactly("nonCompliant", "unknown");
    assertThat(findings.path(1).path("reason").asString()).contains("interlock policy import");
  }

  @Test
  void a_broken_rule_names_every_mistake_with_its_place() throws IOException {
    String broken =
        write(
            "broken.json",
            "{\"if\":{\"field\":\"type\",\"equls\":\"x\"},\"then\":{\"effect\":\"dny\"}}");
    CliRun run =
        CliRun.of("policy", "eval", "--definition", broken, "--resource", path("account.json"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains(":1:23: error:", "did you mean \"equals\"?", ":1:53: error:", "\"deny\"");
  }

  @Test
  void an_export_of_many_resources_is_refused_and_not_passed_by() throws IOException {
    write("account.json", "{\"data\": [" + ACCOUNT + "]}");
    CliRun run = eval();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("account.json:1:1", "a list of 1", "[CLI027]", "--policies");
  }

  @Test
  void a_resource_without_type_is_warned_of() throws IOException {
    write("account.json", ACCOUNT.replace("\"type\"", "\"tpye\""));
    CliRun run = eval();
    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("account.json:1:1: warning:", "[CLI028]");
  }

  @Test
  void what_is_no_policy_is_an_error_with_its_place() throws IOException {
    write("https-only.json", ACCOUNT);
    CliRun run = eval();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("https-only.json:1:1: error:", "[POL002]", "policyRule");
    assertThat(json(run).path("error").asString()).contains("there is none");
  }

  @Test
  void a_case_that_fails_names_its_line_and_the_definition_that_is_not_there() throws IOException {
    test("deny");
    Files.delete(folder.resolve("https-only.json"));
    CliRun run = CliRun.of("policy", "test", path("tests"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("storage.yaml:6: http is denied", "../https-only.json", "there is no such file");
  }

  @Test
  void a_listing_says_where_assignments_hold_and_fails_for_what_can_not_be_read()
      throws IOException {
    write(
        "assignment.json",
        """
        {"id": "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/a",
         "properties": {"policyDefinitionId":
           "/providers/Microsoft.Authorization/policyDefinitions/https-only"}}
        """);
    assertThat(CliRun.of("policy", "list", folder.toString()).out())
        .contains("  a\n    at /subscriptions/s\n");
    write("broken.json", "{\"policyRule\": ");
    CliRun run = CliRun.of("policy", "list", folder.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("https-only");
  }

  private String test(String expected) throws IOException {
    return write(
        "tests/storage.yaml",
        """
        apiVersion: interlock.dev/v1
        kind: PolicyTest
        metadata: {name: storage}
        spec:
          cases:
            - name: http is denied
              note: plain words for colleagues
              definition: ../https-only.json
              resource: %s
              expect: {effect: %s}
        """
            .formatted(ACCOUNT.strip().replace("\n", " "), expected));
  }

  @Test
  void tests_pass_and_fail() throws IOException {
    test("deny");
    CliRun good = CliRun.of("policy", "test", path("tests"));
    assertThat(good.out()).isEqualTo("1 passed, 0 failed\n");
    assertThat(good.exit()).isZero();
    assertThat(good.err()).contains("warning: \"note\" has no meaning in a case");
    test("none");
    CliRun bad = CliRun.of("policy", "test", path("tests"), "--format", "json");
    assertThat(bad.exit()).isEqualTo(1);
    JsonNode report = json(bad);
    assertThat(report.path("failed").asInt()).isEqualTo(1);
    assertThat(report.path("cases").path(0).path("actual").path("effect").asString())
        .isEqualTo("deny");
    assertThat(CliRun.of("policy", "test", path("tests"), "--format", "junit").out())
        .contains("<testsuite name=\"policy tests\" tests=\"1\" failures=\"1\">", "http is denied");
  }

  @Test
  void a_folder_without_tests_is_bad_input() {
    CliRun run = CliRun.of("policy", "test", folder.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("there is no policy test here");
  }

  @Test
  void list_and_show_tell_what_can_not_be_evaluated() throws IOException {
    write(
        "vaults.json",
        HTTPS_ONLY.replace("https-only", "keys").replace("Indexed", "Microsoft.KeyVault.Data"));
    CliRun list = CliRun.of("policy", "list", folder.toString());
    assertThat(list.exit()).isZero();
    assertThat(list.out())
        .contains("2 definitions", "? mode Microsoft.KeyVault.Data", "1 that can't be evaluated");
    CliRun show = CliRun.of("policy", "show", "HTTPS-only", "--policies", folder.toString());
    assertThat(show.out())
        .contains(
            "mode: Indexed",
            "parameter: effect (String) = \"deny\", one of \"audit\", ",
            "can be evaluated");
    CliRun unknown = CliRun.of("policy", "show", "https-onli", "--policies", folder.toString());
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("[CLI026]", "did you mean \"https-only\"?");
  }

  @Test
  void import_brings_what_assignments_name_and_lists_what_is_missing() throws IOException {
    String assignments =
        write(
            "export/assignments.json",
            """
            [{"id": "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/a",
              "name": "a", "type": "Microsoft.Authorization/policyAssignments",
              "policyDefinitionId":
                "/providers/Microsoft.Authorization/policyDefinitions/https-only"},
             {"id": "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/b",
              "name": "b", "type": "Microsoft.Authorization/policyAssignments",
              "policyDefinitionId": "/providers/Microsoft.Authorization/policyDefinitions/gone"}]
            """);
    CliRun run =
        CliRun.of(
            "policy", "import", "--from", assignments, "--from", archive(), "--out", path("own"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "written  definitions/https-only.json",
            "missing  /providers/Microsoft.Authorization/policyDefinitions/gone",
            "a clone of github.com/Azure/azure-policy")
        .doesNotContain("unused");
    assertThat(folder.resolve("own/definitions/https-only.json")).hasContent(HTTPS_ONLY);
    assertThat(folder.resolve("own/assignments/assignments.json")).exists();
  }

  /** A catalogue as its archive has it: in a folder of its own, with more than is needed. */
  private String archive() throws IOException {
    Path zip = folder.resolve("catalogue.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entry(entries, "catalogue-main/storage/https-only.json", HTTPS_ONLY);
      entry(
          entries,
          "catalogue-main/storage/unused.json",
          HTTPS_ONLY.replace("https-only", "unused"));
    }
    return zip.toString();
  }

  private static void entry(ZipOutputStream entries, String name, String content)
      throws IOException {
    entries.putNextEntry(new ZipEntry(name));
    entries.write(content.getBytes(StandardCharsets.UTF_8));
    entries.closeEntry();
  }

  @Test
  void an_archive_that_leads_out_of_its_folder_is_refused() throws IOException {
    Path zip = folder.resolve("evil.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entry(entries, "../../evil.json", HTTPS_ONLY);
    }
    CliRun run = CliRun.of("policy", "import", "--from", zip.toString(), "--out", path("own"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("leads out of the archive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json/b.json", "a\0b.json"})
  void an_archive_with_names_that_no_file_can_have_is_bad_input(String name) throws IOException {
    Path zip = folder.resolve("odd.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entry(entries, "a.json", HTTPS_ONLY);
      entry(entries, name, HTTPS_ONLY);
    }
    CliRun run = CliRun.of("policy", "import", "--from", zip.toString(), "--out", path("own"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("odd.zip: error:", "a name that no file can have");
  }

  @Test
  void an_entry_that_grows_without_end_is_refused_before_it_fills_the_memory() throws IOException {
    Path zip = folder.resolve("bomb.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("bomb.json"));
      byte[] blanks = new byte[1 << 20];
      for (int i = 0; i <= 200; i++) {
        entries.write(blanks);
      }
      entries.closeEntry();
    }
    CliRun run = CliRun.of("policy", "import", "--from", zip.toString(), "--out", path("own"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("bomb.zip: error: an entry holds more than 200 MB");
  }
}
