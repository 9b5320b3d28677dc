package dev.interlock.ledger.pack;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.EntryProof;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.LedgerView;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.VerificationKey;
import dev.interlock.ledger.file.StorageErrors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Gathers what goes into a pack. */
public final class PackBuilder {

  private static final String LEDGER_KEY = PackNames.KEYS + "ledger.pem";

  private final LedgerView ledger;
  private final VerificationKey ledgerKey;
  private final SignedCheckpoint checkpoint;
  private final SortedMap<String, Content> files = new TreeMap<>();
  private final SortedMap<String, String> names = new TreeMap<>();
  private long entries;

  /** A pack of the ledger's present state. */
  public PackBuilder(LedgerView ledger, VerificationKey ledgerKey) {
    this.ledger = ledger;
    this.ledgerKey = ledgerKey;
    this.checkpoint = ledger.checkpoint();
    if (!checkpoint.signedBy(ledgerKey)) {
      throw new LedgerException(
          LedgerError.WRONG_KEY, "the key " + ledgerKey + " did not sign the ledger's checkpoint");
    }
    add(PackNames.CHECKPOINT, Content.of(Bytes.utf8(checkpoint.note())));
    add(LEDGER_KEY, Content.of(Bytes.utf8(ledgerKey.toPem())));
  }

  /** Adds an entry and its proof. */
  public void entry(long index) {
    String name = PackNames.ofIndex(index);
    if (files.containsKey(PackNames.PROOFS + name + ".tlog-proof")) {
      return;
    }
    Bytes entry = ledger.read(index);
    var proof = ledger.inclusion(index, checkpoint.checkpoint().size());
    add(PackNames.ENTRIES + name + (isEnvelope(entry) ? ".json" : ".bin"), entryOf(index));
    add(
        PackNames.PROOFS + name + ".tlog-proof",
        Content.of(new EntryProof(proof, checkpoint).write()));
    entries++;
  }

  /** Adds a key. */
  public void key(String name, VerificationKey key) {
    if (name.contains("/")) {
      throw new LedgerException(LedgerError.BAD_PACK, "a key's name has no folder: " + name);
    }
    add(PackNames.KEYS + name + ".pem", Content.of(Bytes.utf8(key.toPem())));
  }

  /** Adds a file. */
  public void attach(String name, Path file) {
    add(PackNames.ATTACHMENTS + name, Content.of(file));
  }

  /** Writes the pack. */
  public void writeTo(Path zip, LongConsumer filesDone) {
    SortedMap<String, Content> all = new TreeMap<>(files);
    all.put(PackNames.README, Content.of(Bytes.utf8(readme())));
    try {
      PackWriter.write(zip, all, filesDone);
    } catch (IOException e) {
      throw StorageErrors.of(zip, "write the evidence pack", e);
    }
  }

  private void add(String name, Content content) {
    @Nullable String problem = PackNames.problem(name);
    if (problem != null) {
      throw new LedgerException(LedgerError.BAD_PACK, "the name " + name + " " + problem);
    }
    @Nullable String same = names.putIfAbsent(PackNames.key(name), name);
    if (same != null) {
      throw new LedgerException(LedgerError.BAD_PACK, name + " is in the pack already, as " + same);
    }
    files.put(name, content);
  }

  /** Read again when it is needed: many entries together may not fit into memory. */
  private Content entryOf(long index) {
    return () -> new ByteArrayInputStream(ledger.read(index).toArray());
  }

  private static boolean isEnvelope(Bytes entry) {
    try {
      return !Envelope.parse(entry.toArray()).signatures().isEmpty();
    } catch (LedgerException e) {
      return false;
    }
  }

  private String readme() {
    try (InputStream in = PackBuilder.class.getResourceAsStream("README.txt")) {
      if (in == null) {
        throw new IllegalStateException("the README of evidence packs is missing in this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{origin}", checkpoint.checkpoint().origin())
          .replace("{size}", Long.toString(checkpoint.checkpoint().size()))
          .replace("{entries}", Long.toString(entries))
          .replace("{keyId}", ledgerKey.id());
    } catch (IOException e) {
      throw new IllegalStateException("the README of evidence packs cannot be read", e);
    }
  }
}
