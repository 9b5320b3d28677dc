package dev.interlock.cli.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.goldens.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of drills that were run. */
class DrillCommandsTest {

  private static final String ESTATE = Checkout.samples().resolve("estate").toString();
  private static final Path SHARED = Checkout.samples().resolve("evidence/shared");
  private static final String OLDER = SHARED.resolve("drill-core-2026-11-06.json").toString();
  private static final String NEWER = SHARED.resolve("drill-core-2026-11-12.json").toString();

  @TempDir private Path folder;

  @Test
  void drills_are_listed_newest_first_with_the_objectives_that_they_kept() {
    CliRun run = CliRun.of("drill", "list", SHARED.toString(), "--estate", ESTATE);

    assertThat(run.exit()).isZero();
    assertThat(run.out().lines())
        .containsSubsequence(
            "Thu 2026-11-12 01:47:20 UTC  core-production  verified, 7 of 7 objectives kept "
                + " drill-core-2026-11-12.json",
            "Fri 2026-11-06 02:40:20 UTC  core-production  verified, 6 of 7 objectives kept "
                + " drill-core-2026-11-06.json",
            "Thu 2026-10-15 00:38:20 UTC  core-production  NOT VERIFIED, 6 of 7 objectives kept "
                + " drill-core-2026-10-15.json",
            "Sun 2026-10-04 16:20 UTC  shared-production  verified, 1 of 1 objectives kept "
                + " drill-shared-2026-10-04.json",
            "12 drills");
  }

  @Test
  void a_drill_that_kept_everything_is_good_and_one_that_did_not_is_not() {
    CliRun kept = CliRun.of("drill", "show", NEWER, "--estate", ESTATE);
    CliRun missed = CliRun.of("drill", "show", OLDER, "--estate", ESTATE);

    assertThat(kept.exit()).isZero();
    assertThat(missed.exit()).isEqualTo(1);
    assertThat(missed.out())
        .contains("missed  Warehouse execution: back after 1 h 53 min of 1 h 30 min");
  }

  @Test
  void what_is_no_name_of_a_file_is_refused() {
    assertThat(CliRun.of("drill", "show", " ", "--estate", ESTATE).exit()).isEqualTo(2);
    assertThat(CliRun.of("drill", "compare", NEWER, "a\0b", "--estate", ESTATE).exit())
        .isEqualTo(2);
  }

  @Test
  void a_drill_from_later_does_not_count() {
    CliRun run =
        CliRun.of("drill", "show", NEWER, "--estate", ESTATE, "--at", "2026-11-11T00:00:00Z");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("does not count");
  }

  @Test
  void what_changed_is_told_for_each_process() {
    CliRun run = CliRun.of("drill", "compare", OLDER, NEWER, "--estate", ESTATE);

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("order-to-cash, back after: 1 h 54 min -> 1 h 1 min")
        .contains("order-to-cash, lost: 4 min -> 3 min");
  }

  @Test
  void stages_and_failed_checks_of_a_drill_are_shown_bad_news_first() throws Exception {
    String key = folder.resolve("drills.key").toString();
    CliRun.of(
        "evidence",
        "keygen",
        "--out",
        key,
        "--name",
        "drills",
        "--system",
        "drills",
        "--predicates",
        "drill");
    Path stated =
        Files.writeString(
            folder.resolve("drill.yaml"),
            """
            environment: core-production
            backup: 20261118T020000Z
            verified: false
            processes: []
            stages: [{name: fetch, length: PT10M}, {name: restore, length: PT40M}]
            checks:
              - {check: database/indexes-are-valid, outcome: pass, message: all are valid}
              - {check: odoo/attachments-have-files, outcome: fail, message: 3 files are missing}
            at: 2026-11-18T03:00:00Z
            """);
    String out = folder.resolve("drill.json").toString();
    CliRun signed =
        CliRun.of(
            "evidence", "sign", stated.toString(), "--kind", "drill", "--key", key, "--out", out);
    assertThat(signed.exit()).as(signed.err()).isZero();

    CliRun run = CliRun.of("drill", "show", out, "--estate", ESTATE);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("NOT VERIFIED, 0 of 7 objectives kept")
        .contains("unknown  Order to cash: not measured")
        .contains("fetch       ####### 10 min")
        .contains("restore     ############################## 40 min")
        .containsSubsequence("FAIL     odoo/attachments-have-files", "pass     database/indexes");
  }

  @Test
  void other_evidence_is_no_drill() {
    String cost = Checkout.samples().resolve("evidence/traefik-upgrade").toString();

    CliRun run = CliRun.of("drill", "show", first(cost), "--estate", ESTATE);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("EVD010");
  }

  private static String first(String folder) {
    String[] files = Path.of(folder).toFile().list((_, name) -> name.endsWith(".json"));
    return Path.of(folder, files == null ? "" : files[0]).toString();
  }
}
