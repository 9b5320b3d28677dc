package dev.interlock.recovery.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.RetentionRule;
import dev.interlock.recovery.RetentionVerdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final List<Candidate> backups = new ArrayList<>();

  private static RetentionRule rule(int days, int daily, int weekly, int monthly, int yearly) {
    return new RetentionRule(
        Duration.ofDays(days), daily, weekly, monthly, yearly, Duration.ofDays(2), BERLIN);
  }

  private void add(String name, BackupState state, @Nullable String point) {
    Instant moment = point == null ? null : Instant.parse(point);
    backups.add(new Candidate(new BackupId("core", name), state, moment, null, ""));
  }

  private void finished(String point) {
    add(point, BackupState.FINISHED, point);
  }

  private List<String> kept(RetentionRule rule) {
    return Retention.judge(backups, rule, NOW).stream()
        .filter(RetentionVerdict::kept)
        .map(v -> v.id().name())
        .toList();
  }

  private String why(RetentionRule rule, String name) {
    return Retention.judge(backups, rule, NOW).stream()
        .filter(v -> v.id().name().equals(name))
        .map(v -> (v.kept() ? "kept: " : "goes: ") + String.join("; ", v.reasons()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void last_of_each_day_week_month_and_year_is_kept_and_told_why() {
    finished("2024-03-01T01:00:00Z");
    finished("2025-12-31T01:00:00Z");
    finished("2026-10-30T01:00:00Z");
    finished("2026-11-15T01:00:00Z");
    finished("2026-11-21T01:00:00Z");
    finished("2026-11-22T01:00:00Z");
    finished("2026-11-22T02:00:00Z");
    RetentionRule rule = rule(0, 2, 2, 2, 2);
    assertThat(kept(rule))
        .containsExactly(
            "2025-12-31T01:00:00Z",
            "2026-10-30T01:00:00Z",
            "2026-11-15T01:00:00Z",
            "2026-11-21T01:00:00Z",
            "2026-11-22T02:00:00Z");
    assertThat(why(rule, "2026-11-15T01:00:00Z"))
        .isEqualTo("kept: it is the last of week 2026-W46");
    assertThat(why(rule, "2025-12-31T01:00:00Z")).isEqualTo("kept: it is the last of year 2025");
    assertThat(why(rule, "2026-11-22T01:00:00Z")).isEqualTo("goes: no rule keeps it");
  }

  @Test
  void day_ends_where_the_plant_is() {
    finished("2026-11-20T22:30:00Z"); // 23:30 in Berlin
    finished("2026-11-20T23:30:00Z"); // the next day
    finished("2026-11-21T22:30:00Z"); // the same day
    assertThat(kept(rule(0, 2, 0, 0, 0)))
        .containsExactly("2026-11-20T22:30:00Z", "2026-11-21T22:30:00Z");
  }

  @Test
  void pause_does_not_count() {
    finished("2026-01-01T12:00:00Z");
    finished("2026-01-02T12:00:00Z");
    assertThat(kept(rule(0, 2, 0, 0, 0))).hasSize(2);
  }

  @Test
  void newest_good_one_stays_whatever_the_rule() {
    finished("2020-01-01T12:00:00Z");
    finished("2020-01-02T12:00:00Z");
    add("damaged", BackupState.DAMAGED, "2020-01-03T12:00:00Z");
    add("unfinished", BackupState.UNFINISHED, "2020-01-04T12:00:00Z");
    assertThat(kept(rule(0, 0, 0, 0, 0))).containsExactly("2020-01-02T12:00:00Z");
    assertThat(why(rule(0, 0, 0, 0, 0), "damaged")).isEqualTo("goes: it is damaged and old");
    assertThat(why(rule(0, 0, 0, 0, 0), "unfinished")).isEqualTo("goes: it was never finished");
  }

  @Test
  void without_a_good_one_nothing_goes() {
    add("damaged", BackupState.DAMAGED, "2020-01-03T12:00:00Z");
    add("unfinished", BackupState.UNFINISHED, "2020-01-04T12:00:00Z");
    assertThat(kept(rule(0, 0, 0, 0, 0))).hasSize(2);
  }

  @Test
  void what_is_not_understood_stays() {
    finished("2026-11-22T02:00:00Z");
    add("unreadable", BackupState.UNREADABLE, null);
    add("no-date", BackupState.UNFINISHED, null);
    add("future", BackupState.FINISHED, "2027-01-01T00:00:00Z");
    RetentionRule rule = rule(0, 0, 0, 0, 0);
    assertThat(kept(rule)).hasSize(4);
    assertThat(why(rule, "future")).contains("clock was wrong");
    assertThat(why(rule, "2026-11-22T02:00:00Z")).contains("newest good");
  }

  @Test
  void unfinished_one_is_left_to_whoever_may_be_at_it() {
    finished("2026-11-22T02:00:00Z");
    add("young", BackupState.UNFINISHED, "2026-11-20T12:00:01Z");
    add("old", BackupState.UNFINISHED, "2026-11-20T12:00:00Z");
    assertThat(kept(rule(30, 9, 9, 9, 9))).containsExactly("2026-11-22T02:00:00Z", "young");
  }

  @Test
  void held_and_immutable_ones_stay() {
    finished("2026-11-22T02:00:00Z");
    BackupId held = new BackupId("core", "held");
    BackupId fixed = new BackupId("core", "fixed");
    BackupId over = new BackupId("core", "over");
    Instant old = Instant.parse("2020-01-01T00:00:00Z");
    backups.add(new Candidate(held, BackupState.UNFINISHED, old, null, "it is on legal hold"));
    backups.add(new Candidate(fixed, BackupState.DAMAGED, old, NOW.plusSeconds(1), ""));
    backups.add(new Candidate(over, BackupState.FINISHED, old, NOW, ""));
    RetentionRule rule = rule(0, 0, 0, 0, 0);
    assertThat(why(rule, "held")).isEqualTo("kept: it is on legal hold");
    assertThat(why(rule, "fixed")).isEqualTo("kept: it is immutable until 2026-11-22T12:00:01Z");
    assertThat(why(rule, "over")).startsWith("goes:");
  }
}
