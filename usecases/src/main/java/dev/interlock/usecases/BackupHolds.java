package dev.interlock.usecases;

import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.Standing;
import dev.interlock.estate.Estate;
import dev.interlock.estate.TrustedKey;
import dev.interlock.evidence.Custody;
import dev.interlock.evidence.Custody.Action;
import dev.interlock.evidence.Custody.Item;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.Bytes;
import dev.interlock.recovery.BackupHold;
import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.StoreLayout;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which backups of a store are on hold, told by the records in the store and by the keys that the
 * estate trusts. Every doubt is settled by keeping: a hold whose signature does not count holds, a
 * record that can't be read holds every backup of its environment, and a release counts only
 * together with the approval of a second person beside it. The end of a hold counts only when its
 * signature does.
 */
final class BackupHolds {

  private static final int LARGEST = 1 << 20;

  private final BackupStore store;
  private final Estate estate;
  private final Instant now;
  private final List<Hold> holds = new ArrayList<>();
  private final Set<String> released = new HashSet<>();
  private final List<String> told = new ArrayList<>();

  private BackupHolds(BackupStore store, Estate estate, Instant now) {
    this.store = store;
    this.estate = estate;
    this.now = now;
  }

  /**
   * One backup that a record holds.
   *
   * @param backup its name; null for every backup of the environment
   */
  private record Hold(String environment, @Nullable String backup, BackupHold hold) {}

  /** Reads them anew. */
  static BackupHolds of(BackupStore store, Estate estate, Instant now) {
    BackupHolds holds = new BackupHolds(store, estate, now);
    List<String> names;
    try (Stream<Listed> objects = store.list(StoreLayout.HOLDS)) {
      names = objects.map(Listed::name).toList();
    }
    names.stream().filter(name -> !name.endsWith(HoldRecord.APPROVAL)).forEach(holds::read);
    return holds;
  }

  /** The holds of a backup that last; empty when there are none. */
  List<BackupHold> of(BackupId id) {
    return holds.stream()
        .filter(it -> it.environment().equals(id.environment()))
        .filter(it -> it.backup() == null || it.backup().equals(id.name()))
        .filter(it -> !released.contains(HoldRecord.line(id, it.hold().record())))
        .map(Hold::hold)
        .toList();
  }

  /** Why a backup must be kept; empty when no hold says so. */
  String protection(BackupId id) {
    return of(id).stream().map(it -> "it is " + it.words()).collect(Collectors.joining("; "));
  }

  /** Releases that release nothing, and why. */
  List<String> told() {
    return List.copyOf(told);
  }

  private void read(String name) {
    String environment = name.split("/")[1];
    EvidenceItem item = item(name).orElse(null);
    Custody says = item != null && item.predicate() instanceof Custody custody ? custody : null;
    if (item == null
        || says == null
        || says.action() == Action.REMOVED
        || !says.environment().equals(environment)) {
      String why = "its record can't be read, and may be of any backup of the environment";
      holds.add(new Hold(environment, null, new BackupHold(name, "", null, why)));
    } else if (says.action() == Action.HELD) {
      hold(name, says, untrusted(item));
    } else {
      release(name, says, item);
    }
  }

  private void hold(String name, Custody says, String note) {
    Instant until = says.until();
    if (until == null || until.isAfter(now) || !note.isEmpty()) {
      String reason = says.reason() == null ? "" : says.reason();
      BackupHold hold = new BackupHold(name, reason, until, note);
      says.backups().forEach(it -> holds.add(new Hold(says.environment(), it.backup(), hold)));
    }
  }

  private void release(String name, Custody says, EvidenceItem item) {
    String why = refusal(name, says, item);
    if (!why.isEmpty()) {
      told.add("the release " + name + " does not count: " + why);
      return;
    }
    for (Item backup : says.backups()) {
      BackupId id = new BackupId(says.environment(), backup.backup());
      backup.reasons().forEach(record -> released.add(HoldRecord.line(id, record)));
    }
  }

  private String refusal(String name, Custody says, EvidenceItem item) {
    if (!(item.standing() instanceof Standing.Trusted trusted)) {
      return untrusted(item);
    }
    Optional<byte[]> approval = content(HoldRecord.approval(name));
    if (approval.isEmpty()) {
      return "the approval of a second person is not beside it, or can't be read";
    }
    TrustedKey key = estate.all(TrustedKey.class).get(trusted.key());
    return new SecondPerson(estate, now)
        .refusal(
            approval.get(),
            SecondPerson.Matter.release(says.environment(), HoldRecord.digest(says)),
            key == null ? List.of() : key.persons(),
            says.at());
  }

  private static String untrusted(EvidenceItem item) {
    return item.standing() instanceof Standing.Untrusted untrusted ? untrusted.message() : "";
  }

  /** Nothing for one that was changed since it was stored: it may have been of anything. */
  private Optional<EvidenceItem> item(String name) {
    return content(name)
        .filter(content -> HoldRecord.isWhole(name, content))
        .map(content -> new EvidenceFile(name, Bytes.of(content)))
        .map(file -> EvidenceBook.of(List.of(file), estate, now).items())
        .filter(items -> items.size() == 1)
        .map(List::getFirst);
  }

  /** Nothing for one that can't be read. */
  private Optional<byte[]> content(String name) {
    try (InputStream in = store.open(name)) {
      return Optional.of(in.readNBytes(LARGEST));
    } catch (IOException | Fault _) {
      return Optional.empty();
    }
  }
}
