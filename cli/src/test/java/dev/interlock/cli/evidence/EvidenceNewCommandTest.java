package dev.interlock.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.evidence.EvidenceTemplate;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.goldens.Checkout;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceNewCommandTest {

  private static final String ESTATE = Checkout.samples().resolve("estate").toString();
  private static final String CHANGE =
      Checkout.samples().resolve("changes/manufacturing-release.yaml").toString();

  @TempDir Path folder;

  static Stream<String> kinds() {
    return Stream.of(PredicateKind.values())
        .filter(EvidenceTemplate::exists)
        .map(PredicateKind::word);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_is_begun_can_be_signed(String kind) {
    String draft = folder.resolve("draft.yaml").toString();
    CliRun begun =
        CliRun.of("evidence", "new", kind, "--change", CHANGE, "--estate", ESTATE, "--out", draft);
    assertThat(begun.exit()).as(begun.err()).isZero();
    String key = folder.resolve("keys/k.key").toString();
    CliRun.of("evidence", "keygen", "--out", key, "--name", "k", "--predicates", kind);
    String out = folder.resolve("signed.json").toString();
    CliRun signed =
        CliRun.of("evidence", "sign", draft, "--kind", kind, "--key", key, "--out", out);
    assertThat(signed.exit()).as(signed.err()).isZero();
    assertThat(signed.out()).contains("Signed " + kind + " of Wed 2026-11-18 20:00 UTC");
  }

  @Test
  void the_change_and_the_estate_fill_in_what_they_tell() {
    String test =
        CliRun.of("evidence", "new", "test-run", "--change", CHANGE, "--estate", ESTATE).out();
    assertThat(test).contains("environment: core-staging\n").contains("artifact: sha256:");
    String cost =
        CliRun.of("evidence", "new", "cost", "--change", CHANGE, "--estate", ESTATE).out();
    assertThat(cost)
        .contains("period: \"2026-11\"", "change: manufacturing-release")
        .doesNotContain("sha256:0000");
    String drill = CliRun.of("evidence", "new", "drill", "--estate", ESTATE).out();
    assertThat(drill).contains("process: order-to-cash", "environment: core-production");
  }

  @Test
  void without_an_estate_the_names_are_those_of_a_draft() {
    CliRun run = CliRun.of("evidence", "new", "incident");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("environment: production\n", "at: \"2026-11-18T20:00:00Z\"");
  }

  @Test
  void what_cannot_be_begun_is_refused_with_a_hint() {
    CliRun decision = CliRun.of("evidence", "new", "decision");
    assertThat(decision.exit()).isEqualTo(2);
    assertThat(decision.err()).contains("[EVD009]", "gate --record");
    CliRun typo = CliRun.of("evidence", "new", "dril");
    assertThat(typo.err()).contains("[CLI014]", "did you mean \"drill\"?");
    CliRun alone = CliRun.of("evidence", "new", "cost", "--change", CHANGE);
    assertThat(alone.exit()).isEqualTo(2);
    assertThat(alone.err()).contains("--change needs --estate");
    CliRun where =
        CliRun.of(
            "evidence", "new", "drill", "--estate", ESTATE, "--environment", "core-prodction");
    assertThat(where.err()).contains("[CLI006]", "core-production");
  }

  @Test
  void nothing_is_overwritten() {
    String draft = folder.resolve("draft.yaml").toString();
    assertThat(CliRun.of("evidence", "new", "drill", "--out", draft).exit()).isZero();
    CliRun again = CliRun.of("evidence", "new", "drill", "--out", draft);
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("[CLI003]");
  }

  @Test
  void every_kind_is_listed_with_its_readers() {
    CliRun run = CliRun.of("evidence", "kinds");
    assertThat(run.out())
        .contains("drill: A real restore was run and verified.\n  read by  way-back\n")
        .contains("  made by  interlock approve CHANGE\n");
    String json = CliRun.of("evidence", "kinds", "--format", "json").out();
    assertThat(json).contains("\"interlock evidence new drill\"");
    for (PredicateKind kind : PredicateKind.values()) {
      assertThat(run.out()).contains(kind.word() + ": ");
      assertThat(json).contains(kind.typeUri());
    }
  }

  @Test
  void commands_are_named_as_the_program_was_called() {
    var env = Map.of("INTERLOCK_NAME", "./interlock");
    String draft = folder.resolve("draft.yaml").toString();
    assertThat(CliRun.with(env, "evidence", "new", "drill", "--out", draft).err())
        .isEqualTo("Fill it in, then sign it: ./interlock evidence sign --help\n");
    assertThat(CliRun.with(env, "evidence", "kinds").out())
        .contains("  made by  ./interlock evidence new drill\n");
  }

  @Test
  void a_key_vouches_only_for_kinds_that_exist() {
    String key = folder.resolve("k.key").toString();
    CliRun run =
        CliRun.of("evidence", "keygen", "--out", key, "--name", "k", "--predicates", "aproval");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("[CLI014]", "approval");
    assertThat(Path.of(key)).doesNotExist();
  }
}
