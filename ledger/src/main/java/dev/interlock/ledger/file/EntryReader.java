package dev.interlock.ledger.file;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Reads single entries; what it returns has just been checked against the frame's checksum. */
final class EntryReader implements AutoCloseable {

  private final Path path;
  private final RandomAccessFile file;

  EntryReader(Path path) {
    this.path = path;
    RegularFile.require(path);
    try {
      this.file = new RandomAccessFile(path.toFile(), "r");
    } catch (IOException e) {
      throw StorageErrors.of(path, "read", e);
    }
  }

  /** The entry whose frame starts at an offset. */
  synchronized Bytes read(long index, long offset) {
    try {
      file.seek(offset);
      byte kind = file.readByte();
      int size = file.readInt();
      int checksum = file.readInt();
      int sealed = Format.seal(kind);
      if (!Format.isEntry(kind) || size < sealed || size > Format.maxPayload(kind)) {
        throw changed(index, offset);
      }
      byte[] seal = new byte[sealed];
      byte[] entry = new byte[size - sealed];
      file.readFully(seal);
      file.readFully(entry);
      if (Format.checksum(offset, kind, seal, entry) != checksum) {
        throw changed(index, offset);
      }
      return Bytes.of(entry);
    } catch (EOFException e) {
      throw changed(index, offset);
    } catch (IOException e) {
      throw StorageErrors.of(path, "read", e);
    }
  }

  private LedgerException changed(long index, long offset) {
    return new LedgerException(
        LedgerError.CORRUPTED,
        path + ": entry " + index + " at byte " + offset + " has changed since it was opened");
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw StorageErrors.of(path, "close", e);
    }
  }
}
