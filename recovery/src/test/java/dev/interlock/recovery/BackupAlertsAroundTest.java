package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.BackupPlan.Method;
import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Surroundings;
import dev.interlock.evidence.Surroundings.Missed;
import dev.interlock.evidence.Surroundings.Redis;
import dev.interlock.evidence.Surroundings.Repository;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Moment;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands around a database is as new as its own plan says, or it is told why not. */
class BackupAlertsAroundTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final BackupState FINISHED = BackupState.FINISHED;
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<StoredBackup> backups = new ArrayList<>();

  @Test
  void a_copy_may_be_a_quarter_older_than_the_plan_says() {
    add("a", redis("redis-rdb", NOW.minus(Duration.ofMinutes(75))), FINISHED);
    assertThat(found(Method.REDIS_RDB, "redis")).isEmpty();

    backups.clear();
    add("a", redis("redis-rdb", NOW.minus(Duration.ofMinutes(75)).minusMillis(1)), FINISHED);
    assertFailed(Method.REDIS_RDB, "backup-missed", "1 h 15 min ago; the plan says every 1 h");
  }

  @Test
  void the_newest_copy_counts_in_whatever_backup_it_is() {
    Instant old = NOW.minus(Duration.ofDays(3));
    add("a", redis("redis-rdb", NOW.minus(HOUR)), FINISHED);
    add("b", redis("redis-rdb", old), FINISHED);
    add("c", null, FINISHED);
    assertThat(found(Method.REDIS_RDB, "redis")).isEmpty();

    backups.removeFirst();
    assertFailed(
        Method.REDIS_RDB, "backup-missed", "the newest copy of redis is of " + Moment.utc(old));
  }

  @Test
  void what_is_not_there_is_of_another_service_or_made_otherwise_is_missed() {
    String none = "there is no good copy of redis by plan around anywhere";
    assertFailed(Method.REDIS_RDB, "backup-missed", none);
    add("a", redis("redis-aof", NOW), FINISHED);
    assertFailed(Method.REDIS_RDB, "backup-missed", none);
    assertThat(found(Method.REDIS_AOF, "redis")).isEmpty();
    assertThat(found(Method.REDIS_AOF, "another")).hasSize(1);
    add("b", redis("none", null), FINISHED);
    assertFailed(Method.REDIS_RDB, "backup-missed", none);
  }

  @Test
  void a_repository_is_as_old_as_the_beginning_of_its_backup() {
    var saved = new Repository("traefik", "p", null, "c0ffee", List.of());
    var around = new Surroundings(List.of(), List.of(saved), List.of(), List.of());
    add("a", around, FINISHED);
    assertThat(found(Method.GIT, "traefik")).isEmpty();
    assertThat(found(Method.GIT, "dns")).hasSize(1);
  }

  @Test
  void what_no_store_holds_is_unknown_and_not_good() {
    add("a", redis("redis-rdb", NOW), FINISHED);
    assertUnknown(
        BackupAlerts.around(watched(Method.SNAPSHOT, false), "redis", NOW),
        "copies of redis by snapshot lie in no store");
  }

  @Test
  void one_that_cannot_be_read_leaves_it_unknown_unless_an_older_one_is_good_enough() {
    add("b", null, BackupState.UNREADABLE);
    assertUnknown(found(Method.REDIS_RDB, "redis"), "the backup b may hold the newest copy");

    add("c", redis("redis-rdb", NOW.minus(Duration.ofDays(2))), FINISHED);
    assertFailed(Method.REDIS_RDB, "backup-missed", "2 days ago");

    add("d", redis("redis-rdb", NOW), BackupState.DAMAGED);
    assertUnknown(found(Method.REDIS_RDB, "redis"), "the backup d may hold the newest copy");

    add("e", redis("redis-rdb", NOW), FINISHED);
    assertThat(found(Method.REDIS_RDB, "redis")).isEmpty();
  }

  @Test
  void a_run_that_could_not_save_it_is_told_until_one_could() {
    var missed =
        new Surroundings(List.of(), List.of(), List.of(), List.of(new Missed("redis", "off")));
    add("b", missed, FINISHED);
    assertThat(found(Method.REDIS_RDB, "redis"))
        .extracting(Finding::control)
        .containsExactly("backup-failed", "backup-missed");

    add("c", redis("redis-rdb", NOW), FINISHED);
    assertThat(found(Method.REDIS_RDB, "redis")).isEmpty();
  }

  private static Surroundings redis(String method, @Nullable Instant point) {
    var redis = new Redis("redis", "queue", method, null, point, List.of(), null, List.of());
    return new Surroundings(List.of(redis), List.of(), List.of(), List.of());
  }

  private void add(String name, @Nullable Surroundings around, BackupState state) {
    Instant begun = NOW.minus(HOUR);
    Backup backup =
        new Backup(
            "core", name, "pg-dump", begun, begun, null, null, List.of(), null, null, null, around,
            begun);
    boolean isRead = state != BackupState.UNREADABLE;
    backups.add(
        new StoredBackup("core", name, state, isRead ? backup : null, 1, null, "it is cut off"));
  }

  private void assertFailed(Method method, String rule, String words) {
    Finding finding = found(method, "redis").getLast();
    assertThat(finding.control()).isEqualTo(rule);
    assertThat(finding.verdict()).isInstanceOf(Verdict.Fail.class);
    assertThat(finding.message()).contains(words);
    assertThat(finding.subject().id()).isEqualTo("core/redis");
  }

  private static void assertUnknown(List<Finding> found, String words) {
    assertThat(found)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.control()).isEqualTo("backup-missed");
          assertThat(it.verdict()).isInstanceOf(Verdict.Unknown.class);
          assertThat(it.message()).contains(words);
        });
  }

  private List<Finding> found(Method method, String service) {
    return BackupAlerts.around(watched(method, true), service, NOW);
  }

  private WatchedBackups watched(Method method, boolean readable) {
    BackupPlan plan =
        new BackupPlan("Around", method, HOUR, Duration.ofDays(35), "store", null, null, null);
    return new WatchedBackups(
        "core",
        "westeurope",
        plan,
        "around",
        SourceRef.file("plans.yaml"),
        method.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        backups,
        readable,
        null,
        true);
  }
}
