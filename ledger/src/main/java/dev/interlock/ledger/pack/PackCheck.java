package dev.interlock.ledger.pack;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.EntryProof;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.PackVerification;
import dev.interlock.ledger.PackVerification.Attachment;
import dev.interlock.ledger.PackVerification.ProvenEntry;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.VerificationKey;
import dev.interlock.ledger.crypto.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** One verification of one pack. */
public final class PackCheck {

  private static final String PROOF = ".tlog-proof";

  private final PackFile pack;
  private final Collection<VerificationKey> trusted;
  private final List<String> problems = new ArrayList<>();
  private final List<ProvenEntry> entries = new ArrayList<>();
  private final Map<String, List<Long>> namedBy = new HashMap<>();

  private PackCheck(PackFile pack, Collection<VerificationKey> trusted) {
    this.pack = pack;
    this.trusted = List.copyOf(trusted);
  }

  /** Verifies a pack. */
  public static PackVerification of(Path zip, Collection<VerificationKey> trusted) {
    try (PackFile pack = PackFile.open(zip)) {
      return new PackCheck(pack, trusted).run();
    } catch (IOException e) {
      throw PackFile.failed(zip, e);
    }
  }

  private PackVerification run() throws IOException {
    SortedMap<String, String> manifest = Manifest.parse(pack.read(PackNames.MANIFEST));
    SignedCheckpoint checkpoint = SignedCheckpoint.parse(pack.read(PackNames.CHECKPOINT).toArray());
    problems.addAll(FilesCheck.problems(FilesCheck.digests(pack), manifest));
    if (!checkpoint.signedBy(trusted)) {
      problems.add("checkpoint.txt is not signed by a trusted key");
    }
    for (String index : indexes()) {
      checkEntry(index, checkpoint);
    }
    return new PackVerification(checkpoint, entries, attachments(manifest), problems);
  }

  /** The part of the names that entries and proofs share. */
  private Set<String> indexes() {
    Set<String> indexes = new TreeSet<>();
    for (String name : pack.names()) {
      if (name.startsWith(PackNames.ENTRIES)) {
        String file = name.substring(PackNames.ENTRIES.length());
        indexes.add(file.substring(0, Math.max(0, file.lastIndexOf('.'))));
      } else if (name.startsWith(PackNames.PROOFS) && name.endsWith(PROOF)) {
        indexes.add(name.substring(PackNames.PROOFS.length(), name.length() - PROOF.length()));
      }
    }
    return indexes;
  }

  private void checkEntry(String name, SignedCheckpoint checkpoint) throws IOException {
    try {
      String json = PackNames.ENTRIES + name + ".json";
      Bytes entry =
          pack.read(pack.names().contains(json) ? json : PackNames.ENTRIES + name + ".bin");
      EntryProof proof = EntryProof.parse(pack.read(PackNames.PROOFS + name + PROOF));
      if (!PackNames.ofIndex(proof.proof().index()).equals(name)) {
        problems.add("entry " + name + ": its proof is for entry " + proof.proof().index());
      } else if (!proof.checkpoint().equals(checkpoint)) {
        problems.add("entry " + name + ": its proof leads to another checkpoint");
      } else if (!proof.proof().proves(entry, checkpoint.checkpoint().root())) {
        problems.add("entry " + name + ": the proof does not hold");
      } else {
        proven(proof.proof().index(), entry);
      }
    } catch (LedgerException e) {
      if (e.error().kind() == LedgerError.Kind.OUTSIDE) {
        throw e;
      }
      problems.add("entry " + name + ": " + e.getMessage());
    }
  }

  private void proven(long index, Bytes entry) {
    entries.add(new ProvenEntry(index, sha256(entry), signers(entry)));
    for (String digest : Digests.in(entry)) {
      namedBy.computeIfAbsent(digest, d -> new ArrayList<>()).add(index);
    }
  }

  private static String sha256(Bytes entry) {
    return Bytes.of(Sha256.hash(entry.toArray())).hex();
  }

  private Set<VerificationKey> signers(Bytes entry) {
    try {
      return Envelope.parse(entry.toArray()).signedBy(trusted);
    } catch (LedgerException e) {
      return Set.of();
    }
  }

  private List<Attachment> attachments(SortedMap<String, String> manifest) {
    List<Attachment> found = new ArrayList<>();
    manifest.forEach((name, digest) -> {
      if (name.startsWith(PackNames.ATTACHMENTS) && pack.names().contains(name)) {
        String shortName = name.substring(PackNames.ATTACHMENTS.length());
        found.add(new Attachment(shortName, digest, namedBy.getOrDefault(digest, List.of())));
      }
    });
    return found;
  }
}
