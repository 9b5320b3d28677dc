package dev.interlock.changes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.ChangeCode;
import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.ChangeReader;
import dev.interlock.changes.ChangeReading;
import dev.interlock.finding.Diagnostic;
import dev.interlock.ledger.Bytes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeReaderTest {

  private static final String GOOD =
      """
      apiVersion: interlock.dev/v1
      kind: Change
      metadata:
        name: new-modules
      spec:
        title: New modules
        kind: module
        environment: production
        services: [odoo]
        artifact: sha256:%s
        manifests: [../manifests]
        reason: Asked for by sales.
        requester: dev1
        executor: Delivery pipeline
        duration: PT1H
        rollback:
          steps: [Back.]
          duration: PT10M
      """
          .formatted("ab".repeat(32));

  private static ChangeReading read(String text) {
    return new ChangeReader().read(text, "change.yaml", TestEstate.plain());
  }

  @Test
  void a_change_is_read_with_its_name() {
    ChangeReading reading = read(GOOD);

    assertThat(reading.diagnostics()).isEmpty();
    assertThat(reading.withDigest(Scenario.DIGEST))
        .hasValueSatisfying(r -> {
          assertThat(r.name()).isEqualTo("new-modules");
          assertThat(r.change().services()).containsExactly("odoo");
        });
  }

  @Test
  void what_is_missing_hides_no_other_mistake() {
    String bad =
        GOOD.replace("name: new-modules", "name: New Modules")
            .replace("  title: New modules\n", "")
            .replace("environment: production", "environment: prodution")
            .replace("duration: PT1H", "duration: soon");

    ChangeReading reading = read(bad);

    assertThat(reading.change()).isNull();
    assertThat(reading.name()).isNull();
    assertThat(reading.diagnostics().stream().map(d -> d.code() + " " + d.source().line()))
        .containsExactly("DOC109 4", "DOC102 6", "CHG002 7", "DOC105 14");
  }

  @Test
  void every_mistake_is_told_at_once_with_its_place() {
    String bad =
        GOOD.replace("environment: production", "environment: prodution")
            .replace("services: [odoo]", "services: [odo, mail]")
            .replace("artifact: sha256:ab", "artifact: sha256:XY")
            .replace("[../manifests]", "[/etc]")
            .replace(
                "duration: PT1H",
                "duration: PT0S\n  notBefore: 2026-11-22T00:00:00Z\n  deadline: 2026-11-21T00:00:00Z");

    ChangeReading reading = read(bad);

    assertThat(reading.change()).isNull();
    assertThat(reading.diagnostics().stream().map(d -> d.code() + " " + d.source()))
        .containsExactly(
            "CHG002 change.yaml:8:16",
            "CHG002 change.yaml:9:14",
            "CHG006 change.yaml:10:13",
            "CHG008 change.yaml:11:15",
            "CHG004 change.yaml:15:13",
            "CHG005 change.yaml:17:13");
    assertThat(reading.diagnostics())
        .extracting(Diagnostic::hint)
        .contains("did you mean \"production\"?", "did you mean \"odoo\"?");
  }

  @Test
  void what_can_still_be_judged_is_only_warned_about() {
    String odd =
        GOOD.replace("requester: dev1", "requester: dev11")
            .replace("kind: module", "kind: emergency")
            .replaceAll("(?s)  rollback:.*", "");

    ChangeReading reading = read(odd);

    assertThat(reading.change()).isNotNull();
    assertThat(reading.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactlyInAnyOrder(
            ChangeCode.UNKNOWN_ACCOUNT.code(),
            ChangeCode.NO_INCIDENT.code(),
            ChangeCode.NO_ROLLBACK.code());
  }

  @Test
  void unknown_keys_other_kinds_and_empty_files_are_errors() {
    assertThat(read(GOOD.replace("reason:", "raeson:")).change()).isNull();
    assertThat(read(GOOD.replace("kind: Change", "kind: Plant")).change()).isNull();
    assertThat(read("").diagnostics()).extracting(Diagnostic::code).containsExactly("CHG001");
    assertThat(read(GOOD + "---\n" + GOOD).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("CHG001");
  }

  @Test
  void the_tier_asked_for_must_exist() {
    assertThat(read(GOOD + "  tier: hihg\n").diagnostics())
        .singleElement()
        .satisfies(d -> assertThat(d.hint()).isEqualTo("did you mean \"high\"?"));
  }

  @Test
  void a_digest_is_over_what_sha256sum_prints() {
    // printf a > b; printf c > 'a b'; sha256sum 'a b' b | sha256sum
    Map<String, Bytes> files = Map.of("b", Bytes.utf8("a"), "a b", Bytes.utf8("c"));
    String a = ChangeDigest.sha256(new byte[] {'a'});
    String c = ChangeDigest.sha256(new byte[] {'c'});

    assertThat(ChangeDigest.listing(Map.of("b", a, "a b", c)))
        .isEqualTo(c + "  a b\n" + a + "  b\n");
    assertThat(ChangeDigest.of(files))
        .isEqualTo("sha256:9a6d23cb1734b8f1e40d6111f95b4849a70d6cd2db592f9fdd1368a24eca7b8d");
  }

  @Test
  void odd_names_are_escaped_as_coreutils_do_and_sorted_by_bytes() {
    String hex = "00".repeat(32);

    assertThat(ChangeDigest.listing(Map.of("a\nb\\", hex))).isEqualTo("\\" + hex + "  a\\nb\\\\\n");
    assertThat(ChangeDigest.listing(Map.of("\uE000", hex, "\uD83D\uDE00", hex)).lines().toList())
        .isEqualTo(List.of(hex + "  \uE000", hex + "  \uD83D\uDE00"));
  }
}
