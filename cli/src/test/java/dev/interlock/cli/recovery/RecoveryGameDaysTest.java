package dev.interlock.cli.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.cli.drill.EstateCopy;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal is written in the room, signed by who led it, and its actions are not forgotten. */
class RecoveryGameDaysTest {

  private static final String HELD =
      """
      environment: core-production
      scenario: region-lost
      person: head-of-it
      begun: 2026-11-10T08:00:00Z
      succeeded: true
      timeline:
        - {what: Database restored, who: database-engineer, begun: 2026-11-10T08:20:00Z, ended: 2026-11-10T09:05:00Z}
        - {what: Names changed, who: platform-engineer-1, begun: 2026-11-10T09:10:00Z}
      lessons: [The key of the store was in the lost region.]
      actions:
        - {what: Keep the key in two regions, owner: platform, due: 2026-11-20%s}
        - {what: Shorten the time to live, owner: platform, due: 2026-12-20}
      at: %s
      """;

  @TempDir private Path folder;

  private Path estate = Path.of("");

  @BeforeEach
  void trustWhoLeads() throws IOException {
    estate = EstateCopy.of(Checkout.samples().resolve("estate"), folder.resolve("estate"));
    Files.createDirectories(folder.resolve("evidence"));
    CliRun key =
        CliRun.of(
            "evidence",
            "keygen",
            "--out",
            folder.resolve("key").toString(),
            "--name",
            "leader",
            "--person",
            "head-of-it",
            "--predicates",
            "game-day");
    assertThat(key.exit()).as(key.err()).isZero();
    Files.writeString(estate.resolve("people/keys.yaml"), key.out(), StandardOpenOption.APPEND);
  }

  private void state(String name, String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), yaml);
    CliRun run =
        CliRun.of(
            "evidence",
            "sign",
            file.toString(),
            "--kind",
            "game-day",
            "--key",
            folder.resolve("key").toString(),
            "--out",
            folder.resolve("evidence/" + name + ".json").toString());
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private CliRun list(String at) {
    return CliRun.of(
        "recovery",
        "game-days",
        folder.resolve("evidence").toString(),
        "--estate",
        estate.toString(),
        "--at",
        at);
  }

  @Test
  void what_was_done_when_and_what_is_overdue() throws IOException {
    state("held", HELD.formatted("", "2026-11-10T10:00:00Z"));

    CliRun run = list("2026-11-22T09:00:00Z");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "core-production  region-lost  succeeded",
            "after 20 min: Database restored, database-engineer, lasted 45 min",
            "Names changed, platform-engineer-1, given up",
            "OVERDUE Keep the key in two regions, platform, due 2026-11-20",
            "open    Shorten the time to live");
    assertThat(run.err()).contains("REC042").doesNotContain("Shorten");
  }

  @Test
  void the_newest_statement_about_a_day_holds() throws IOException {
    state("held", HELD.formatted("", "2026-11-10T10:00:00Z"));
    state("done", HELD.formatted(", doneOn: 2026-11-19", "2026-11-20T10:00:00Z"));

    CliRun run = list("2026-11-22T09:00:00Z");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("done    Keep the key", "1 game day");
  }

  @Test
  void the_last_day_itself_is_not_too_late() throws IOException {
    state("held", HELD.formatted("", "2026-11-10T10:00:00Z"));

    assertThat(list("2026-11-20T12:00:00Z").exit()).isZero();
  }

  @Test
  void somebody_elses_word_does_not_count_and_hides_nothing() throws IOException {
    state("held", HELD.formatted("", "2026-11-10T10:00:00Z"));
    String other = HELD.formatted(", doneOn: 2026-11-19", "2026-11-20T10:00:00Z");
    state("other", other.replace("person: head-of-it", "person: release-manager"));

    CliRun run = list("2026-11-22T09:00:00Z");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("does not count", "OVERDUE Keep the key", "2 game days");
  }

  @Test
  void the_template_states_the_worst_until_it_is_filled_in() throws IOException {
    CliRun run =
        CliRun.of("evidence", "new", "game-day", "--out", folder.resolve("new.yaml").toString());

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(folder.resolve("new.yaml")))
        .contains("succeeded: false", "due: 2000-01-01");
  }
}
