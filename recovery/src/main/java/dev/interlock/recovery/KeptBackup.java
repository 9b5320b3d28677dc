package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A backup in the catalogue of another tool.
 *
 * @param label its name there
 * @param kind how much of the server it holds, such as {@code full} or {@code incremental}
 * @param needs labels of other backups without which it can't be restored
 * @param begun when it was begun; null when the tool does not say
 * @param ended when it was complete: from then on any moment comes back; null when it never was
 * @param bytes size of the server's data when it was made; other backups that it needs count in
 * @param server version of the server, such as {@code 15}
 * @param archive which of the tool's logs belongs to it, by the tool's name
 * @param span which files of the log it needs; null when the tool does not say
 * @param cipher how the tool encrypted it, in words; null when it did not
 * @param state what the tool says of it
 * @param trouble why it can't be restored, in words; empty when the tool knows of nothing
 */
public record KeptBackup(
    String label,
    String kind,
    List<String> needs,
    @Nullable Instant begun,
    @Nullable Instant ended,
    long bytes,
    String server,
    String archive,
    @Nullable Span span,
    @Nullable String cipher,
    BackupState state,
    String trouble) {

  /**
   * Files of a log.
   *
   * @param first name of the first
   * @param last name of the last
   * @param segmentBytes how large each is when it is not packed
   */
  public record Span(String first, String last, long segmentBytes) {}

  public KeptBackup {
    needs = List.copyOf(needs);
  }

  /** It is complete, and the tool knows of nothing that is wrong with it. */
  public boolean isGood() {
    return state == BackupState.FINISHED && ended != null && span != null;
  }

  /** When it was complete; only asked of a good one. */
  public Instant point() {
    return Objects.requireNonNull(ended);
  }

  /** What is known of it, in the form of a manifest that nobody signed. */
  Backup told(String environment, String method) {
    Instant point = point();
    return new Backup(
        environment,
        label,
        method,
        begun == null ? point : begun,
        point,
        null,
        null,
        List.of(),
        cipher,
        point);
  }
}
