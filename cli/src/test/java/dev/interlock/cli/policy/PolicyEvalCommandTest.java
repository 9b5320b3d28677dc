package dev.interlock.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PolicyEvalCommandTest extends PolicyFiles {

  private CliRun eval(String... more) {
    String[] args = new String[6 + more.length];
    String[] first = {
      "policy", "eval", "--definition", path("https-only.json"), "--resource", path("account.json")
    };
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return CliRun.of(args);
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
}
