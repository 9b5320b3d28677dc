package dev.interlock.usecases;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.evidence.Custody;
import dev.interlock.evidence.Custody.Action;
import dev.interlock.evidence.Custody.Item;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.SigningKey;
import dev.interlock.recovery.BackupHold;
import dev.interlock.recovery.BackupId;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Access;
import dev.interlock.recovery.BackupStore.Lease;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.StoreLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts backups on hold, so that nothing removes them whatever a plan says, and releases them when
 * two persons agree. Both are signed records in the store itself: whoever has nothing but a copy of
 * it and the estate's keys knows what is on hold.
 */
public final class HoldBackups {

  private static final int LARGEST_MANIFEST = 64 << 20;

  private final Request request;
  private final LoadedEstate loaded;
  private final BackupStore store;
  private final Instant now;

  /**
   * Which backups.
   *
   * @param store folder that backups lie in
   * @param estate folder of the estate
   * @param environment name of the environment
   * @param backups their names
   */
  public record Request(Path store, Path estate, String environment, List<String> backups) {
    public Request {
      backups = List.copyOf(backups);
    }
  }

  /**
   * Holds that would end.
   *
   * @param items each backup, and as its reasons the names of the records that hold it
   * @param words the same for people
   * @param digest of exactly these holds
   */
  public record Releasing(List<Item> items, List<String> words, String digest) {
    public Releasing {
      items = List.copyOf(items);
      words = List.copyOf(words);
    }
  }

  /**
   * What was put on hold.
   *
   * @param signed the record
   * @param doubts why the store does not hold by itself what the record holds, in words
   */
  public record Held(Envelope signed, List<String> doubts) {
    public Held {
      doubts = List.copyOf(doubts);
    }
  }

  /**
   * Reads estate and store.
   *
   * @throws InputRejected when the estate or the store can't be used, or there is no such backup
   */
  public HoldBackups(Request request, InstantSource clock) {
    this.request = request;
    this.now = clock.instant();
    this.loaded = new ReadEstate().require(request.estate());
    ReadEstate.environment(loaded, request.estate(), request.environment());
    this.store = RecoveryInputs.store(request.store(), clock);
    request.backups().forEach(this::require);
  }

  private void require(String name) {
    BackupId id = new BackupId(request.environment(), name);
    if (StoreLayout.isName(id.prefix() + StoreLayout.MANIFEST)) {
      try (Stream<Listed> parts = store.list(id.prefix())) {
        if (parts.findAny().isPresent()) {
          return;
        }
      }
    }
    throw new InputRejected(
        ActionCode.NO_BACKUP.code(),
        request.store().toString(),
        "there is no backup " + id,
        "interlock backup list tells what there is");
  }

  /**
   * Puts them on hold, by a record and, where the store has holds without an end of their own, by
   * these too.
   *
   * @param reason why, for whoever finds them in years
   * @param until when the hold ends by itself; null when only a release ends it
   * @param signingKey file of the private key of who does it
   * @param out file that the signed evidence goes to as well; must not exist
   * @throws InputRejected without a reason, with an end that is over, or when the key does not
   *     count
   */
  public Held hold(String reason, @Nullable Instant until, Path signingKey, Path out) {
    NewFile.require(out);
    if (reason.isBlank()) {
      throw refused("--reason", "a hold says why", "name the case or who asked for it");
    }
    if (until != null && !until.isAfter(now)) {
      throw refused("--until", until + " is over", "name a moment to come, or none");
    }
    SigningKey key = LedgerFiles.signingKey(signingKey);
    try (Lease _ = store.lease(Access.TOGETHER)) {
      List<Item> items =
          request.backups().stream().map(it -> new Item(it, manifest(it), List.of())).toList();
      Custody held = custody(Action.HELD, items, reason, until, person(key), null);
      Envelope signed = signed(held, key, signingKey);
      byte[] record = signed.toJson().toArray();
      HoldRecord.put(store, HoldRecord.name(request.environment(), now, record), record);
      SignEvidence.write(signed, out);
      return new Held(signed, until == null ? new OwnHolds(store).set(ids()) : List.of());
    }
  }

  private List<BackupId> ids() {
    return request.backups().stream().map(this::id).toList();
  }

  private BackupId id(String backup) {
    return new BackupId(request.environment(), backup);
  }

  /**
   * What a release would end now.
   *
   * @throws InputRejected when one of them is on no hold, or on one that no release can end
   */
  public Releasing releasing() {
    BackupHolds holds = BackupHolds.of(store, loaded.estate(), now);
    List<Item> items = request.backups().stream().map(it -> item(it, holds)).toList();
    List<String> words =
        request.backups().stream()
            .flatMap(name ->
                holds.of(new BackupId(request.environment(), name)).stream()
                    .map(hold -> name + "  " + hold.words()))
            .toList();
    Custody release = custody(Action.RELEASED, items, "", null, null, null);
    return new Releasing(items, words, HoldRecord.digest(release));
  }

  private Item item(String name, BackupHolds holds) {
    List<BackupHold> those = holds.of(new BackupId(request.environment(), name));
    if (those.isEmpty()) {
      throw refused(name, "it is on no hold", "interlock backup list tells what is");
    }
    return new Item(name, manifest(name), those.stream().map(BackupHold::record).sorted().toList());
  }

  /**
   * Releases what was planned.
   *
   * @param reason why
   * @param approval file with the signed approval of a second person; null when there is none
   * @throws InputRejected when the key does not count, or nobody else agreed to exactly this
   */
  public Envelope release(
      Releasing planned, String reason, Path signingKey, @Nullable Path approval, Path out) {
    NewFile.require(out);
    if (reason.isBlank()) {
      throw refused("--reason", "a release says why", "name who decided that it ends");
    }
    SigningKey key = LedgerFiles.signingKey(signingKey);
    String approver =
        new SecondPerson(loaded.estate(), now).require(approval, matter(planned), key);
    try (Lease _ = store.lease(Access.TOGETHER)) {
      Custody released =
          custody(Action.RELEASED, planned.items(), reason, null, person(key), approver);
      Envelope signed = signed(released, key, signingKey);
      byte[] record = signed.toJson().toArray();
      String name = HoldRecord.name(request.environment(), now, record);
      letGo(planned);
      HoldRecord.put(store, HoldRecord.approval(name), SecondPerson.content(approval));
      HoldRecord.put(store, name, record);
      SignEvidence.write(signed, out);
      return signed;
    }
  }

  /**
   * Before the record: when a store does not let go, nothing is released, and it can be repeated.
   */
  private void letGo(Releasing planned) {
    BackupHolds holds = BackupHolds.of(store, loaded.estate(), now);
    OwnHolds own = new OwnHolds(store);
    planned.items().stream()
        .filter(it -> records(it.backup(), holds).equals(it.reasons()))
        .forEach(it -> own.letGo(id(it.backup())));
  }

  private List<String> records(String backup, BackupHolds holds) {
    return holds.of(id(backup)).stream().map(BackupHold::record).sorted().toList();
  }

  /**
   * Agrees, as a second person, to exactly this release.
   *
   * @return why it will not count; empty when it will
   */
  public String approve(Releasing planned, String person, String role, Path key, Path out) {
    return new SecondPerson(loaded.estate(), now).agree(matter(planned), person, role, key, out);
  }

  private SecondPerson.Matter matter(Releasing planned) {
    return SecondPerson.Matter.release(request.environment(), planned.digest());
  }

  private @Nullable String person(SigningKey key) {
    List<String> owners = new SecondPerson(loaded.estate(), now).owners(key);
    return owners.size() == 1 ? owners.getFirst() : null;
  }

  private Envelope signed(Custody custody, SigningKey key, Path signingKey) {
    Envelope envelope = new EvidenceSigner().sign(custody, key);
    String why = new BackupManifests(loaded.estate(), now).reason(envelope);
    if (!why.isEmpty()) {
      throw new InputRejected(
          ActionCode.NOT_APPROVED.code(),
          signingKey.toString(),
          "nothing was done, as the evidence would not count: " + why,
          "the key must be trusted for custody");
    }
    return envelope;
  }

  private Custody custody(
      Action action,
      List<Item> items,
      String reason,
      @Nullable Instant until,
      @Nullable String person,
      @Nullable String approver) {
    return new Custody(request.environment(), action, items, reason, until, person, approver, now);
  }

  /** Of its manifest as it lies there; null for a backup without one. */
  private @Nullable String manifest(String backup) {
    String name = StoreLayout.manifest(request.environment(), backup);
    if (store.size(name).isEmpty()) {
      return null;
    }
    try (InputStream in = store.open(name)) {
      return "sha256:" + PackFiles.sha256(in.readNBytes(LARGEST_MANIFEST));
    } catch (IOException e) {
      throw new Fault(
          RecoveryCode.STORE_FAILED.code(), "cannot read " + name + ": " + e.getMessage(), e);
    }
  }

  private static InputRejected refused(String where, String why, String hint) {
    return new InputRejected(ActionCode.NO_HOLD.code(), where, why, hint);
  }
}
