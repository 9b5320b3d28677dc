package dev.interlock.usecases;

import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.Standing;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.estate.TrustedKey;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.EntryProof;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.FileLedger;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.LedgerView;
import dev.interlock.ledger.SigningKey;
import dev.interlock.ledger.VerificationKey;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.StoreLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts a restore drill and all that it rests on into one file that verifies without us. */
public final class ExportDrill {

  private final InstantSource clock;

  /** The pack tells the time of the clock. */
  public ExportDrill(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What to export.
   *
   * @param drill file with the signed drill
   * @param estate folder of the estate
   * @param store folder that the backup lies in; null to leave its manifest out
   * @param ledger that the drill was recorded in; null when it was in none
   * @param key file of the private key that signs the digests of all files
   * @param out file to write; must not exist
   */
  public record Request(
      Path drill, Path estate, @Nullable Path store, @Nullable Path ledger, Path key, Path out) {}

  /**
   * Exports.
   *
   * @return names of the files in the pack
   * @throws InputRejected when the drill does not count, or something named is not there
   */
  public List<String> run(Request request) {
    NewFile.require(request.out());
    LoadedEstate estate = new ReadEstate().require(request.estate());
    SigningKey key = LedgerFiles.signingKey(request.key());
    var drill = new ReviewDrills(request.estate(), clock.instant()).file(request.drill());
    requireCounts(drill.item());
    byte[] signed = LedgerFiles.reading(request.drill(), Files::readAllBytes);
    Map<String, byte[]> files = new TreeMap<>();
    files.put(DrillPack.DRILL, signed);
    files.put(DrillPack.README, DrillPack.readme(drill.drill()));
    files.put(DrillPack.EXCERPT, DrillPack.json(excerpt(estate, drill.drill())));
    files.putAll(keys(estate.estate()));
    manifest(request, drill.drill()).ifPresent(it -> files.put(DrillPack.BACKUP, it));
    proof(request, estate.estate(), key, Bytes.of(signed))
        .ifPresent(it -> files.put(DrillPack.PROOF, it));
    files.put(DrillPack.SEAL, seal(files, key));
    NewFile.write(request.out(), PackFiles.zip(files));
    return List.copyOf(files.keySet());
  }

  private static void requireCounts(EvidenceItem item) {
    if (item.standing() instanceof Standing.Untrusted(var _, String message, var _)) {
      throw new InputRejected(
          ActionCode.NO_DRILL.code(),
          item.file(),
          "this drill does not count: " + message,
          "a pack of it would prove nothing");
    }
  }

  private static DrillPack.Excerpt excerpt(LoadedEstate loaded, Drill drill) {
    Estate estate = loaded.estate();
    List<DrillPack.Promise> promises = new ArrayList<>();
    estate
        .find(Environment.class, drill.environment())
        .ifPresent(environment ->
            ReviewDrills.processes(estate, environment)
                .forEach((name, process) -> promises.add(DrillPack.Promise.of(name, process))));
    List<DrillPack.Signer> signers = new ArrayList<>();
    trusted(estate).forEach((name, key) -> signers.add(DrillPack.Signer.of(name, key)));
    return new DrillPack.Excerpt(drill.environment(), loaded.digest(), promises, signers);
  }

  private static Map<String, TrustedKey> trusted(Estate estate) {
    Map<String, TrustedKey> keys = new TreeMap<>(estate.all(TrustedKey.class));
    keys.values()
        .removeIf(key ->
            !key.predicates().contains(PredicateKind.DRILL.word())
                && !key.predicates().contains(PredicateKind.BACKUP.word()));
    return keys;
  }

  private static Map<String, byte[]> keys(Estate estate) {
    Map<String, byte[]> files = new TreeMap<>();
    trusted(estate)
        .forEach((name, key) ->
            files.put(
                DrillPack.key(name),
                Bytes.utf8(VerificationKey.parse(key.publicKey()).toPem()).toArray()));
    return files;
  }

  private Optional<byte[]> manifest(Request request, Drill drill) {
    Path folder = request.store();
    if (folder == null) {
      return Optional.empty();
    }
    BackupStore store = RecoveryInputs.store(folder, clock);
    String name = StoreLayout.manifest(drill.environment(), drill.backup());
    if (store.size(name).isEmpty()) {
      throw new InputRejected(
          ActionCode.NO_BACKUP.code(),
          folder.toString(),
          "the store does not have the backup " + drill.backup() + " any more",
          "without --from the pack is made without its manifest");
    }
    try (InputStream in = store.open(name)) {
      return Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new Fault(
          ActionCode.NO_BACKUP.code(), "cannot read " + name + ": " + e.getMessage(), e);
    }
  }

  private static Optional<byte[]> proof(
      Request request, Estate estate, SigningKey key, Bytes signed) {
    Path ledger = request.ledger();
    if (ledger == null) {
      return Optional.empty();
    }
    List<VerificationKey> keys = new ArrayList<>(List.of(key.verificationKey()));
    estate.all(TrustedKey.class).values().stream()
        .map(trusted -> VerificationKey.parse(trusted.publicKey()))
        .forEach(keys::add);
    Bytes entry = Envelope.parse(signed.toArray()).toJson();
    return Optional.of(
        LedgerFiles.reading(
            ledger,
            file -> {
              try (LedgerView view = FileLedger.view(file, keys)) {
                return proof(view, entry, ledger);
              } catch (LedgerException e) {
                throw LedgerFiles.translated(ledger, e);
              }
            }));
  }

  private static byte[] proof(LedgerView view, Bytes entry, Path ledger) {
    for (long index = view.size() - 1; index >= 0; index--) {
      if (view.read(index).equals(entry)) {
        return EntryProof.of(view, index).write().toArray();
      }
    }
    throw new InputRejected(
        ActionCode.NO_ENTRY.code(),
        ledger.toString(),
        "the ledger does not hold this drill",
        "drill run --record puts it there");
  }

  private byte[] seal(Map<String, byte[]> files, SigningKey key) {
    Map<String, String> digests = new TreeMap<>();
    files.forEach((name, content) -> digests.put(name, ChangeDigest.sha256(content)));
    byte[] contents = DrillPack.json(new DrillPack.Contents(clock.instant(), digests));
    return Envelope.sign(DrillPack.SEAL_TYPE, Bytes.of(contents), key).toJson().toArray();
  }
}
