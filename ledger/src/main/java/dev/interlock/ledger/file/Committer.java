package dev.interlock.ledger.file;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.append.BatchWriter;
import dev.interlock.ledger.append.Signer;
import dev.interlock.ledger.merkle.CompactTree;
import dev.interlock.ledger.merkle.Hasher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches: first the entries, made durable, then the checkpoint that covers them, made
 * durable. In this order a checkpoint on disk says that all before it was there, also after a power
 * failure that kept later blocks and lost earlier ones. Not for use by two threads.
 */
final class Committer implements BatchWriter {

  private final Path path;
  private final LogFile file;
  private final SameFile place;
  private final Signer signer;
  private final Store store;
  private final Hasher hasher = new Hasher();
  private final Seals seals;
  private CompactTree tree;
  private long end;
  private @Nullable String broken;

  Committer(Path path, LogFile file, Signer signer, Store store, CompactTree tree)
      throws IOException {
    this.path = path;
    this.file = file;
    this.place = SameFile.of(path);
    this.signer = signer;
    this.store = store;
    this.tree = tree;
    this.seals = new Seals(signer.key());
    this.end = file.length();
  }

  /** Commits entries as one batch and makes them visible. */
  @Override
  public SignedCheckpoint commit(List<Bytes> entries) {
    if (broken != null) {
      throw new LedgerException(LedgerError.CLOSED, path + ": " + broken);
    }
    place.require();
    List<byte[]> leafHashes = new ArrayList<>(entries.size());
    List<Long> offsets = new ArrayList<>(entries.size());
    byte[] frames = frames(entries, leafHashes, offsets);
    return cover(frames, leafHashes, offsets);
  }

  /** Covers entries that this writer wrote before it was interrupted; they are in the file. */
  void adopt(List<Uncovered> own) {
    cover(
        Format.NO_SEAL,
        own.stream().map(Uncovered::leafHash).toList(),
        own.stream().map(Uncovered::offset).toList());
  }

  private SignedCheckpoint cover(byte[] frames, List<byte[]> leafHashes, List<Long> offsets) {
    CompactTree grown = tree.copy();
    leafHashes.forEach(grown::append);
    SignedCheckpoint checkpoint = signer.next(grown.size(), grown.root(), store.checkpoint());
    byte[] last = frame(end + frames.length, checkpoint);
    broken = "an earlier write was cut short; open the ledger again";
    if (frames.length > 0) {
      write(frames);
    }
    write(last);
    broken = null;
    end += frames.length + last.length;
    tree = grown;
    store.publish(leafHashes, offsets, checkpoint);
    return checkpoint;
  }

  private byte[] frames(List<Bytes> entries, List<byte[]> leafHashes, List<Long> offsets) {
    byte[] frames =
        new byte
            [(int)
                entries.stream()
                    .mapToLong(entry -> Format.PREFIX + Format.SEAL + (long) entry.length())
                    .sum()];
    ByteBuffer buffer = ByteBuffer.wrap(frames);
    for (Bytes entry : entries) {
      byte[] content = entry.toArray();
      byte[] leafHash = hasher.leaf(content);
      offsets.add(end + buffer.position());
      leafHashes.add(leafHash);
      byte[] seal = seals.seal(store.checkpoint(), tree.size() + leafHashes.size() - 1, leafHash);
      Format.put(buffer, end, Format.SEALED, seal, content);
    }
    return frames;
  }

  private static byte[] frame(long offset, SignedCheckpoint checkpoint) {
    byte[] note = checkpoint.note().getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[Format.PREFIX + note.length];
    Format.put(ByteBuffer.wrap(frame), offset, Format.CHECKPOINT, Format.NO_SEAL, note);
    return frame;
  }

  private void write(byte[] frames) {
    try {
      file.append(frames);
    } catch (IOException e) {
      undo();
      throw StorageErrors.of(path, "append", e);
    }
    try {
      file.sync();
    } catch (IOException e) {
      // What is on disk is unknown now, and a second sync would wrongly report success.
      broken = "an earlier write could not be made durable; open the ledger again";
      throw StorageErrors.of(path, "make the append durable", e);
    }
  }

  /**
   * Takes back what a failed append left, so that the next one starts after the last checkpoint.
   */
  private void undo() {
    try {
      file.truncate(end);
      file.sync();
      broken = null;
    } catch (IOException e) {
      broken = "an earlier write failed and could not be taken back; open the ledger again";
    }
  }

  @Override
  public void close() {
    broken = "the ledger is closed";
    try {
      file.close();
    } catch (IOException e) {
      throw StorageErrors.of(path, "close", e);
    }
  }
}
