package dev.interlock.ledger.file;

import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One writer for a ledger: a lock of the operating system on a file beside it, which a crash
 * releases. It is not taken on the ledger itself, because POSIX drops a process's locks when the
 * process closes any handle of the locked file, and readers do that.
 */
final class LedgerLock implements AutoCloseable {

  /**
   * The locks this process holds. For the same reason the lock file must not even be opened a
   * second time, and only the process as a whole can know that.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private LedgerLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock for a ledger, given by its real path, or refuses at once. */
  static LedgerLock take(Path ledger) {
    Path file = ledger.resolveSibling(ledger.getFileName() + ".lock");
    if (!HELD.add(file)) {
      throw inUse(ledger, "this process");
    }
    try {
      return new LedgerLock(file, open(ledger, file));
    } catch (RuntimeException e) {
      HELD.remove(file);
      throw e;
    }
  }

  private static FileChannel open(Path ledger, Path file) {
    RegularFile.require(file);
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        @Nullable FileLock lock = channel.tryLock();
        if (lock != null) {
          return channel;
        }
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      channel.close();
      throw inUse(ledger, "another process");
    } catch (IOException e) {
      throw StorageErrors.of(file, "lock", e);
    }
  }

  private static LedgerException inUse(Path ledger, String by) {
    return new LedgerException(
        LedgerError.IN_USE,
        ledger + ": " + by + " has this ledger open for writing; end it there or wait");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw StorageErrors.of(file, "unlock", e);
    } finally {
      HELD.remove(file);
    }
  }
}
