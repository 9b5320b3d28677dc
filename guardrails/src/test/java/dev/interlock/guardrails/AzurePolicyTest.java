package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AzurePolicyTest {

  private static final String RULE =
      """
      {"if": {"field": "Microsoft.Storage/storageAccounts/minimumTlsVersion", "less": "TLS1_2"},
       "then": {"effect": "deny"}}
      """;

  private static PolicyAnswer answer(String rule, String resource) {
    return AzurePolicy.evaluate(PolicyQuestion.of(rule, resource, Instant.EPOCH), false);
  }

  /** As the README of this module shows it. */
  @Test
  void a_program_evaluates_a_definition_in_ten_lines() {
    String resource =
        """
        {"type": "Microsoft.Storage/storageAccounts", "name": "filestore",
         "properties": {"minimumTlsVersion": "TLS1_0"}}
        """;
    PolicyAnswer answer = answer(RULE, resource);
    assertThat(answer.effect()).isEqualTo("deny");
    assertThat(answer.json()).isEqualTo("{\"effect\":\"deny\",\"details\":null,\"error\":null}");
  }

  @Test
  void what_is_no_policy_is_an_error_and_no_verdict() {
    PolicyAnswer answer = answer("{\"if\": 3}", "{}");
    assertThat(answer.effect()).isEqualTo("none");
    assertThat(answer.error()).isNotNull();
  }

  @Test
  void what_is_no_json_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> answer(RULE, "{"));
  }
}
