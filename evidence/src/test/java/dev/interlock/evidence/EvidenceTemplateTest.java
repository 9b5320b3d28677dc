package dev.interlock.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a template says before anybody has filled it in. */
class EvidenceTemplateTest {

  private static final String DIGEST = "sha256:" + "0".repeat(64);

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("change", "first-change"),
          Map.entry("changeDigest", DIGEST),
          Map.entry("artifact", DIGEST),
          Map.entry("environment", "production"),
          Map.entry("person", "release-manager"),
          Map.entry("role", "release-manager"),
          Map.entry("executor", "platform-engineer"),
          Map.entry("budget", "production"),
          Map.entry("period", "2026-11"),
          Map.entry("currency", "EUR"),
          Map.entry("processes", "  - {process: order-to-cash, rto: P30D, rpo: P30D}"),
          Map.entry("at", "2026-11-21T08:00:00Z"));

  static Stream<PredicateKind> kinds() {
    return Stream.of(PredicateKind.values()).filter(EvidenceTemplate::exists);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_template_is_valid_as_it_comes(PredicateKind kind) {
    String text = EvidenceTemplate.of(kind, VALUES);
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new EvidenceSchemas().of(kind));
    assertThat(schema.validate(text, InputFormat.YAML)).isEmpty();
    assertThat(PredicateKind.of(read(kind, text))).isEqualTo(kind);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_template_speaks_of_every_key_and_explains_itself(PredicateKind kind) {
    String text = EvidenceTemplate.of(kind, VALUES);
    for (var key : kind.type().getRecordComponents()) {
      assertThat(text).containsPattern("(?m)^(# )?" + key.getName() + ":");
    }
    assertThat(text).startsWith("# ").doesNotContain("{}}", "{change}");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_template_that_nobody_filled_in_states_nothing_good(PredicateKind kind) {
    assertThat(isBad(read(kind, EvidenceTemplate.of(kind, VALUES)))).isTrue();
  }

  @Test
  void decisions_have_none() {
    assertThat(EvidenceTemplate.exists(PredicateKind.DECISION)).isFalse();
    assertThatThrownBy(() -> EvidenceTemplate.of(PredicateKind.DECISION, VALUES))
        .hasMessage("there is no template for decision");
  }

  private static boolean isBad(Predicate says) {
    return switch (says) {
      case Approval approval -> approval.answer() == Approval.Answer.REJECT;
      case CheckResult check -> check.violations().containsKey("critical");
      case Drill drill -> !drill.verified();
      case GameDay day ->
          !day.succeeded() && day.actions().getFirst().isOverdue(LocalDate.EPOCH.plusYears(50));
      case TestRun run -> !run.passed();
      case Deployment deployment -> !deployment.succeeded();
      case IncidentRegister register -> register.open().getFirst().forbids();
      case Review review -> !review.accepted();
      case Cost cost -> cost.monthlyDelta() != null && cost.monthlyDelta().amount().signum() > 0;
      case Backup _, Custody _, DecisionRecord _ -> false;
    };
  }

  private static Predicate read(PredicateKind kind, String text) {
    List<Document> documents = new ArrayList<>();
    DocumentReader.standard().read(text, "t.yaml", documents::add);
    return new EvidenceCodec()
        .read(
            kind,
            documents.getFirst().root(),
            "t.yaml",
            problem -> {
              throw new AssertionError(problem.render());
            })
        .orElseThrow();
  }
}
