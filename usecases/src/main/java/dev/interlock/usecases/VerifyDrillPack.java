package dev.interlock.usecases;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.EntryProof;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.FilePack;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.Statement;
import dev.interlock.ledger.VerificationKey;
import dev.interlock.recovery.Objective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the pack of a restore drill from its file and public keys alone: every byte of it is
 * what its signers vouch for, and the drill is one of the backup that lies in it.
 */
public final class VerifyDrillPack {

  /**
   * Who signed what.
   *
   * @param what the file that was signed
   * @param name of the key in the estate, and who holds it; its id where the estate does not say
   */
  public record SignedBy(String what, String name) {}

  /**
   * What was found.
   *
   * @param files how many files are listed
   * @param drill as its signer states it; null when nobody who is trusted signed it
   * @param objectives of the environment's processes, as the estate promised them when the pack was
   *     made
   * @param backup the manifest of what was restored; null when it is not in the pack
   * @param signers by which of the trusted keys each signed file was signed
   * @param ledger where the drill is proven to be recorded; empty when nothing proves that
   * @param problems everything that does not hold, one sentence each
   */
  public record Found(
      int files,
      @Nullable Drill drill,
      List<Objective> objectives,
      @Nullable Backup backup,
      List<SignedBy> signers,
      Optional<EntryProof> ledger,
      List<String> problems) {
    public Found {
      objectives = List.copyOf(objectives);
      signers = List.copyOf(signers);
      problems = List.copyOf(problems);
    }

    /** True when there is no problem. */
    public boolean holds() {
      return problems.isEmpty();
    }
  }

  /** True when the ZIP holds a drill; false also when it cannot be read. */
  public static boolean recognises(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(DrillPack.DRILL) != null || zip.getEntry(DrillPack.SEAL) != null;
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Verifies.
   *
   * @param keys files with public keys that were got another way; those in the pack are not trusted
   * @throws InputRejected when a file is not what it should be
   * @throws dev.interlock.finding.Fault when a file cannot be read
   */
  public Found run(Path pack, List<Path> keys) {
    List<VerificationKey> trusted = VerifyLedger.keys(keys);
    byte[] bytes = LedgerFiles.reading(pack, Files::readAllBytes);
    FilePack files = LedgerFiles.reading(pack, file -> FilePack.check(file, _ -> true));
    return new Verifying(files, trusted).found(bytes);
  }

  /** One pack. */
  private static final class Verifying {

    private final FilePack pack;
    private final List<VerificationKey> trusted;
    private final List<String> problems;
    private final List<SignedBy> signers = new ArrayList<>();
    private final Map<VerificationKey, String> names = new HashMap<>();

    Verifying(FilePack pack, List<VerificationKey> trusted) {
      this.pack = pack;
      this.trusted = trusted;
      this.problems = new ArrayList<>(pack.problems());
    }

    Found found(byte[] bytes) {
      Optional<DrillPack.Excerpt> excerpt = excerpt();
      excerpt.ifPresent(this::name);
      sealed();
      asWritten(bytes);
      Drill drill = signed(DrillPack.DRILL, PredicateKind.DRILL, Drill.class);
      Backup backup =
          pack.files().containsKey(DrillPack.BACKUP)
              ? signed(DrillPack.BACKUP, PredicateKind.BACKUP, Backup.class)
              : null;
      if (drill != null && backup != null) {
        compare(drill, backup);
      }
      List<Objective> objectives =
          drill == null || excerpt.isEmpty() ? List.of() : excerpt.get().objectives(drill);
      return new Found(pack.count(), drill, objectives, backup, signers, ledger(), problems);
    }

    private Optional<DrillPack.Excerpt> excerpt() {
      Bytes text = pack.files().get(DrillPack.EXCERPT);
      if (text == null) {
        problems.add(DrillPack.EXCERPT + " is missing: nothing says what was promised");
        return Optional.empty();
      }
      var read = PackDocument.read(DrillPack.Excerpt.class, text, DrillPack.EXCERPT);
      if (read.value().isEmpty()) {
        problems.add(DrillPack.EXCERPT + " can't be read");
      }
      return read.value();
    }

    /** Only names: a key in the pack is trusted by nobody for that. */
    private void name(DrillPack.Excerpt excerpt) {
      for (DrillPack.Signer signer : excerpt.keys()) {
        try {
          names.put(
              VerificationKey.parse(signer.publicKey()),
              signer.name() + " (" + signer.holder() + ")");
        } catch (LedgerException e) {
          problems.add(DrillPack.EXCERPT + ", key " + signer.name() + ": " + e.getMessage());
        }
      }
    }

    /** What was signed when the pack was made names every file by its digest. */
    private void sealed() {
      Optional<Envelope> seal = envelope(DrillPack.SEAL);
      if (seal.isEmpty()) {
        return;
      }
      if (!seal.get().payloadType().equals(DrillPack.SEAL_TYPE)) {
        problems.add(DrillPack.SEAL + " is no list of a drill's pack");
        return;
      }
      var contents =
          PackDocument.read(DrillPack.Contents.class, seal.get().payload(), DrillPack.SEAL).value();
      if (contents.isEmpty()) {
        problems.add(DrillPack.SEAL + " can't be read");
        return;
      }
      Map<String, String> told = contents.get().files();
      Map<String, String> there = new TreeMap<>(pack.digests());
      there.remove(DrillPack.SEAL);
      Set<String> all = new TreeSet<>(told.keySet());
      all.addAll(there.keySet());
      for (String name : all) {
        compare(name, told.get(name), there.get(name));
      }
    }

    private void compare(String name, @Nullable String told, @Nullable String found) {
      if (told == null) {
        problems.add(name + " is not in what was signed when the pack was made");
      } else if (found == null) {
        problems.add(name + " is missing");
      } else if (!told.equals(found)) {
        problems.add(name + " is not what was signed when the pack was made");
      }
    }

    /** The same files always give the same bytes, so whatever lies between them shows. */
    private void asWritten(byte[] bytes) {
      Map<String, byte[]> files = new TreeMap<>();
      pack.files().forEach((name, content) -> files.put(name, content.toArray()));
      files.remove(FilePack.MANIFEST);
      if (problems.isEmpty() && !Arrays.equals(PackFiles.zip(files), bytes)) {
        problems.add("the archive itself was changed, outside of its files");
      }
    }

    private Optional<Envelope> envelope(String name) {
      Bytes content = pack.files().get(name);
      if (content == null) {
        problems.add(name + " is missing");
        return Optional.empty();
      }
      try {
        Envelope envelope = Envelope.parse(content.toArray());
        Set<VerificationKey> by = envelope.signedBy(trusted);
        if (by.isEmpty()) {
          problems.add(name + " is not signed by a trusted key");
          return Optional.empty();
        }
        by.forEach(key -> signers.add(new SignedBy(name, names.getOrDefault(key, key.id()))));
        return Optional.of(envelope);
      } catch (LedgerException e) {
        problems.add(name + ": " + e.getMessage());
        return Optional.empty();
      }
    }

    private <P extends Predicate> @Nullable P signed(
        String name, PredicateKind kind, Class<P> type) {
      try {
        Optional<Envelope> envelope = envelope(name);
        if (envelope.isEmpty() || !isOf(kind, envelope.get().statement(), name)) {
          return null;
        }
        Bytes stated = envelope.get().statement().predicate();
        Optional<P> read = PackDocument.read(type, stated, name).value();
        if (read.isEmpty()) {
          problems.add(name + " can't be read");
        }
        return read.orElse(null);
      } catch (LedgerException e) {
        problems.add(name + ": " + e.getMessage());
        return null;
      }
    }

    private boolean isOf(PredicateKind kind, Statement statement, String name) {
      boolean is = statement.predicateType().equals(kind.typeUri());
      if (!is) {
        problems.add(name + " is no evidence of kind " + kind.word());
      }
      return is;
    }

    private void compare(Drill drill, Backup backup) {
      boolean same =
          backup.environment().equals(drill.environment())
              && backup.backup().equals(drill.backup())
              && (drill.point() == null || backup.point().equals(drill.point()));
      if (!same) {
        problems.add(DrillPack.BACKUP + " is not the manifest of what the drill restored");
      }
    }

    private Optional<EntryProof> ledger() {
      Bytes signed = pack.files().getOrDefault(DrillPack.DRILL, Bytes.of(new byte[0]));
      return PackedProof.of(
          DrillPack.PROOF,
          pack.files().get(DrillPack.PROOF),
          signed,
          "the drill",
          trusted,
          problems);
    }
  }
}
