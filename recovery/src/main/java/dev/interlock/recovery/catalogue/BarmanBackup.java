package dev.interlock.recovery.catalogue;

import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.KeptBackup;
import dev.interlock.recovery.KeptBackup.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Barman tells of a backup. */
final class BarmanBackup {

  private static final int OF_MAJOR = 10_000;

  /** Its log may still be on the way: whether it is there is seen in the log. */
  private static final Set<String> DONE = Set.of("DONE", "WAITING_FOR_WALS");

  private BarmanBackup() {}

  /**
   * What {@code barman show-backup} told.
   *
   * @param id its name
   */
  static KeptBackup of(String id, ToolAnswer told) {
    ToolAnswer base = told.get("base_backup_information");
    String status = told.require("status");
    Instant ended = time(base, "end_time");
    Span span = span(base);
    boolean done = DONE.contains(status) && ended != null && span != null;
    return new KeptBackup(
        id,
        "full",
        List.of(),
        time(base, "begin_time"),
        ended,
        base.number("disk_usage_bytes").orElse(0),
        server(told),
        "",
        span,
        null,
        state(done, status),
        done ? "" : "Barman says that it is " + status);
  }

  private static BackupState state(boolean done, String status) {
    if (done) {
      return BackupState.FINISHED;
    }
    return status.equals("FAILED") ? BackupState.DAMAGED : BackupState.UNFINISHED;
  }

  /** Such as 150018. */
  private static String server(ToolAnswer told) {
    OptionalLong number = told.number("postgresql_version");
    return number.isPresent() ? Long.toString(number.getAsLong() / OF_MAJOR) : "";
  }

  private static @Nullable Span span(ToolAnswer base) {
    String first = base.text("begin_wal");
    String last = base.text("end_wal");
    if (first == null || last == null) {
      return null;
    }
    String place = base.text("begin_lsn");
    return new Span(first, last, SegmentSize.of(first, place == null ? "" : place));
  }

  /** Such as 2026-11-22 19:15:57.645557+00:00; null when it was never reached. */
  private static @Nullable Instant time(ToolAnswer base, String key) {
    String text = base.text(key);
    try {
      return text == null ? null : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
    } catch (DateTimeException e) {
      OptionalLong seconds = base.number(key + "_timestamp");
      return seconds.isPresent() ? Instant.ofEpochSecond(seconds.getAsLong()) : null;
    }
  }

  /** Names of the tablespaces of a backup. */
  static List<String> tablespaces(ToolAnswer told) {
    return told.get("tablespaces").items().stream()
        .map(it -> it.text("name"))
        .filter(Objects::nonNull)
        .toList();
  }
}
