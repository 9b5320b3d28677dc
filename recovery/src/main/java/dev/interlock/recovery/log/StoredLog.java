package dev.interlock.recovery.log;

import static java.util.Objects.requireNonNull;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Branch;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.postgres.physical.Timelines;
import dev.interlock.recovery.postgres.physical.WalChain;
import dev.interlock.recovery.postgres.physical.WalSegment;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The log of a server as a store holds it: each file has a record of its own, which is signed and
 * stored after it. A file without a record that counts is as good as absent.
 *
 * @param records by the name of the file
 * @param lying sizes of the files as they lie there, by name
 * @param held until when files can't be removed, nor their records, by name
 * @param untrusted names of files whose records do not count
 */
public record StoredLog(
    Map<String, Backup> records,
    Map<String, Long> lying,
    Map<String, Instant> held,
    List<String> untrusted) {

  private static final int LARGEST_RECORD = 1 << 20;
  private static final String SUFFIX = ".dsse.json";

  public StoredLog {
    records = new TreeMap<>(records);
    lying = new TreeMap<>(lying);
    held = new TreeMap<>(held);
    untrusted = List.copyOf(untrusted);
  }

  /**
   * Reads what there is of one server.
   *
   * @param system number of the server's data
   * @param reader what a record says; empty when it can't be read or its signature does not count
   * @throws Fault STORE_FAILED when the store fails
   */
  public static StoredLog of(
      BackupStore store,
      String environment,
      String system,
      Function<byte[], Optional<Backup>> reader) {
    Map<String, Backup> records = new HashMap<>();
    Map<String, Long> lying = new HashMap<>();
    Map<String, Instant> held = new HashMap<>();
    List<String> untrusted = new ArrayList<>();
    try (Stream<Listed> objects = store.list(StoreLayout.log(environment, system))) {
      objects.forEach(object -> {
        String name = object.name().substring(object.name().lastIndexOf('/') + 1);
        held.put(name, Objects.requireNonNullElse(object.immutableUntil(), Instant.MIN));
        if (!name.endsWith(SUFFIX)) {
          lying.put(name, object.bytes());
          return;
        }
        String file = name.substring(0, name.length() - SUFFIX.length());
        record(store, object.name(), reader)
            .filter(it -> isOf(it, environment, system, file))
            .ifPresentOrElse(it -> records.put(file, it), () -> untrusted.add(file));
      });
    }
    return new StoredLog(records, lying, held, untrusted);
  }

  private static boolean isOf(Backup record, String environment, String system, String file) {
    Log log = record.log();
    return log != null
        && record.environment().equals(environment)
        && record.backup().equals(file)
        && log.system().equals(system)
        && record.parts().size() == 1
        && record.parts().getFirst().name().equals(StoreLayout.logFile(environment, system, file));
  }

  private static Optional<Backup> record(
      BackupStore store, String name, Function<byte[], Optional<Backup>> reader) {
    try (InputStream in = store.open(name)) {
      return reader.apply(in.readNBytes(LARGEST_RECORD));
    } catch (IOException e) {
      return Optional.empty();
    } catch (Fault e) {
      if (!RecoveryCode.isOfBackup(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Where courses of history branched off, as far as records tell. */
  public Timelines timelines(long segmentBytes) {
    List<Branch> branches =
        records.values().stream()
            .map(record -> requireNonNull(record.log()).branches())
            .flatMap(List::stream)
            .toList();
    return Timelines.of(branches, segmentBytes);
  }

  /** What follows on a base backup. */
  public WalChain chain(Log base) {
    WalSegment first = segment(base, requireNonNull(base.first()));
    WalSegment last = segment(base, requireNonNull(base.last()));
    return WalChain.follow(sizes(base), timelines(base.segmentBytes()), first, last);
  }

  /** Files of courses of history of which nobody tells where they began. */
  public List<String> adrift(Log base) {
    Timelines timelines = timelines(base.segmentBytes());
    WalSegment first = segment(base, requireNonNull(base.first()));
    return records.keySet().stream()
        .flatMap(name -> WalSegment.named(name, base.segmentBytes()).stream())
        .filter(it -> !timelines.knows(it, first))
        .map(WalSegment::name)
        .toList();
  }

  /** Recorded histories of timelines that are no longer there as they were stored. */
  public List<String> lostHistories() {
    return histories().stream().filter(name -> !isThere(name)).toList();
  }

  /** Recorded histories of timelines. */
  public List<String> histories() {
    return records.keySet().stream().filter(Timelines::isHistory).toList();
  }

  /** Until when nobody can remove a file or its record; null when somebody can. */
  public @Nullable Instant immutableUntil(String file) {
    Instant content = held.getOrDefault(file, Instant.MIN);
    Instant record = held.getOrDefault(file + SUFFIX, Instant.MIN);
    Instant earlier = content.isBefore(record) ? content : record;
    return earlier.equals(Instant.MIN) ? null : earlier;
  }

  /** When the newest transaction in these files ended; null when none did. */
  public @Nullable Instant newest(List<WalSegment> files) {
    return files.stream()
        .map(file -> records.get(file.name()))
        .filter(Objects::nonNull)
        .map(record -> requireNonNull(record.log()).newest())
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** A file of the log out of its name in a manifest. */
  public static WalSegment segment(Log base, String name) {
    return WalSegment.named(name, base.segmentBytes())
        .orElseThrow(() -> new IllegalArgumentException(name + " is no file of a log"));
  }

  private Map<String, Long> sizes(Log base) {
    Map<String, Long> sizes = new HashMap<>();
    records.keySet().forEach(name -> sizes.put(name, size(name, base)));
    untrusted.forEach(name -> sizes.put(name, WalChain.GONE));
    return sizes;
  }

  private long size(String name, Log base) {
    if (!lying.containsKey(name)) {
      return WalChain.GONE;
    }
    return isThere(name) ? base.segmentBytes() : 0;
  }

  private boolean isThere(String name) {
    Backup record = records.get(name);
    return record != null
        && Long.valueOf(record.parts().getFirst().bytes()).equals(lying.get(name));
  }
}
