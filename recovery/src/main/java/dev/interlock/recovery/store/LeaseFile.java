package dev.interlock.recovery.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;

/**
 * A file that shows that its maker is alive: the operating system holds a lock on it until the
 * process closes it or ends, however it ends.
 */
final class LeaseFile implements Closeable {

  /**
   * Begins the names of all files of this process. It must not open one of its own a second time:
   * closing that would give the lock back.
   */
  private static final String RUN = UUID.randomUUID().toString();

  private final Path path;
  private final FileChannel channel;

  private LeaseFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** A new file in a folder, readable by its owner alone; it goes when it is closed. */
  static LeaseFile create(Path folder, String kind) throws IOException {
    while (true) {
      Path path = folder.resolve(kind + "-" + RUN + "-" + UUID.randomUUID());
      LeaseFile file = new LeaseFile(path, FileChannel.open(path, NEW, Posix.owner(path, "rw-")));
      if (file.holds()) {
        return file;
      }
      file.close();
    }
  }

  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  /** A sweep may have removed the file between its creation and the lock. */
  private boolean holds() throws IOException {
    try {
      FileLock lock = channel.lock();
      return lock.isValid() && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** True when the maker of a file is alive; when it is not, the file is removed. */
  static boolean alive(Path path) throws IOException {
    if (path.getFileName().toString().contains(RUN)) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        Files.deleteIfExists(path);
      }
      return lock == null;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  Path path() {
    return path;
  }

  FileChannel channel() {
    return channel;
  }

  /** Removes the file, then gives the lock back. */
  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(path);
    } finally {
      channel.close();
    }
  }
}
