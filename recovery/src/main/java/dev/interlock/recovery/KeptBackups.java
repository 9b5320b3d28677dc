package dev.interlock.recovery;

import static java.util.stream.Collectors.toSet;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.KeptBackup.Span;
import dev.interlock.recovery.StoredBackup.KeptBy;
import dev.interlock.recovery.postgres.physical.Timelines;
import dev.interlock.recovery.postgres.physical.WalChain;
import dev.interlock.recovery.postgres.physical.WalSegment;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What another tool keeps of one server.
 *
 * @param backups the oldest first
 * @param logs by the tool's name
 */
public record KeptBackups(List<KeptBackup> backups, Map<String, KeptLog> logs) {

  public KeptBackups {
    backups = List.copyOf(backups);
    logs = Map.copyOf(logs);
  }

  /** The newest that was not there before; empty when nothing came. */
  public Optional<KeptBackup> newSince(KeptBackups before) {
    Set<String> known = before.backups().stream().map(KeptBackup::label).collect(toSet());
    return backups.reversed().stream().filter(it -> !known.contains(it.label())).findFirst();
  }

  /** The log that belongs to a backup. */
  public KeptLog log(KeptBackup backup) {
    return logs.getOrDefault(backup.archive(), KeptLog.NONE);
  }

  /**
   * From when to when a good backup can be brought back, as far as names and times of files tell:
   * up to when the newest file that can be reached was archived. Null for one that is not good.
   */
  public @Nullable LogWindow window(KeptBackup backup) {
    if (!backup.isGood()) {
      return null;
    }
    WalChain chain = chain(backup);
    Map<String, Instant> files = log(backup).files();
    Instant to =
        chain.files().stream()
            .map(it -> files.get(it.name()))
            .filter(Objects::nonNull)
            .reduce(backup.point(), (a, b) -> a.isAfter(b) ? a : b);
    return new LogWindow(backup.point(), to, gaps(backup));
  }

  /** What is missing in the log of a good backup, or contradicts itself; empty when nothing. */
  public List<String> gaps(KeptBackup backup) {
    Span span = Objects.requireNonNull(backup.span());
    WalSegment first = segment(span, span.first());
    Timelines timelines = timelines(backup, span);
    List<String> adrift =
        log(backup).files().keySet().stream()
            .flatMap(name -> WalSegment.named(name, span.segmentBytes()).stream())
            .filter(it -> !timelines.knows(it, first))
            .map(WalSegment::name)
            .sorted()
            .toList();
    return LogWindow.gaps(chain(backup), adrift);
  }

  private Timelines timelines(KeptBackup backup, Span span) {
    return Timelines.of(log(backup).branches(), span.segmentBytes());
  }

  /** What follows on a good backup in its log. */
  public WalChain chain(KeptBackup backup) {
    Span span = Objects.requireNonNull(backup.span());
    KeptLog log = log(backup);
    Map<String, Long> sizes = new HashMap<>();
    log.files().keySet().forEach(name -> sizes.put(name, span.segmentBytes()));
    log.gone().forEach(name -> sizes.put(name, WalChain.GONE));
    return WalChain.follow(
        sizes, timelines(backup, span), segment(span, span.first()), segment(span, span.last()));
  }

  private static WalSegment segment(Span span, String name) {
    return WalSegment.named(name, span.segmentBytes())
        .orElseThrow(() -> new IllegalArgumentException(name + " is no file of a log"));
  }

  /**
   * All of them, as backups in stores are told.
   *
   * @param environment whose they are
   * @param catalogue that they come from
   */
  public List<StoredBackup> stored(String environment, BackupCatalogue catalogue) {
    String tool = catalogue.tool();
    return backups.stream().map(it -> stored(it, environment, catalogue.method(), tool)).toList();
  }

  private StoredBackup stored(KeptBackup it, String environment, String method, String tool) {
    Backup told =
        it.ended() == null || it.state() == BackupState.UNFINISHED
            ? null
            : it.told(environment, method);
    return new StoredBackup(
        environment,
        it.label(),
        it.state(),
        told,
        it.bytes(),
        null,
        window(it),
        it.trouble(),
        List.of(),
        new KeptBy(tool, it.kind()));
  }
}
