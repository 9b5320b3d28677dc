package dev.interlock.ledger.file;

import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.SignedCheckpoint;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A ledger file made from another store: the same entries and the same checkpoints, so that it is
 * verified like any other. It appears whole or not at all, and replaces nothing.
 */
public final class FileCopy implements AutoCloseable {

  private static final int BUFFER = 1 << 18;

  private final Path file;
  private final Path draft;
  private final FileOutputStream disk;
  private final OutputStream out;
  private long offset;
  private long entries;

  private FileCopy(Path file) throws IOException {
    this.file = file;
    this.draft = file.resolveSibling(file.getFileName() + ".new");
    this.disk = new FileOutputStream(draft.toFile());
    this.out = new BufferedOutputStream(disk, BUFFER);
  }

  /** Begins a copy of the ledger of this origin. */
  public static FileCopy into(Path file, String origin) {
    Path real = Directories.real(file);
    if (Files.exists(real)) {
      throw new LedgerException(
          LedgerError.STORAGE_FAILED, file + ": exists already; an export replaces no file");
    }
    try {
      FileCopy copy = new FileCopy(real);
      copy.write(Format.header(origin));
      return copy;
    } catch (IOException e) {
      throw StorageErrors.of(file, "write", e);
    }
  }

  /** How many entries it has so far. */
  public long entries() {
    return entries;
  }

  /**
   * Adds the next entry, without a seal: the copy gets its name only when a checkpoint covers it.
   */
  public void entry(byte[] content) {
    frame(Format.ENTRY, content);
    entries++;
  }

  /** Adds the next checkpoint. */
  public void checkpoint(SignedCheckpoint checkpoint) {
    frame(Format.CHECKPOINT, checkpoint.note().getBytes(StandardCharsets.UTF_8));
  }

  private void frame(byte kind, byte[] content) {
    byte[] frame = new byte[Format.PREFIX + content.length];
    Format.put(ByteBuffer.wrap(frame), offset, kind, Format.NO_SEAL, content);
    try {
      write(frame);
    } catch (IOException e) {
      throw StorageErrors.of(file, "write", e);
    }
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    offset += bytes.length;
  }

  /** Makes it durable and gives it its name. */
  public void finish() {
    try {
      out.flush();
      disk.getFD().sync();
      out.close();
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      Directories.sync(file);
    } catch (IOException e) {
      throw StorageErrors.of(file, "write", e);
    }
  }

  /** Leaves nothing behind of a copy that was not finished. */
  @Override
  public void close() {
    try {
      disk.close();
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw StorageErrors.of(file, "close", e);
    }
  }
}
