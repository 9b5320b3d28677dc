package dev.interlock.server.database;

import dev.interlock.finding.Fault;
import dev.interlock.server.ServerCode;
import dev.interlock.usecases.InputRejected;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder in which a server keeps everything. One server at a time: it holds a lock. */
public final class DataFolder implements AutoCloseable {

  private final Path folder;
  private final FileChannel channel;

  private DataFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Opens the folder, and makes it, readable by its owner alone, where there is none.
   *
   * @throws InputRejected when another server holds it
   * @throws Fault when it can't be made or written
   */
  public static DataFolder open(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(
          absolute,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      FileChannel channel =
          FileChannel.open(
              absolute.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new InputRejected(
            ServerCode.DATA_IN_USE.code(),
            folder.toString(),
            "another server is running on this folder",
            "stop it first, or give another one with --data DIR");
      }
      return new DataFolder(absolute, channel);
    } catch (IOException e) {
      throw new Fault(
          ServerCode.DATA_UNUSABLE.code(),
          "cannot use the data folder " + folder + ": " + e.getMessage(),
          e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  /** A file or folder below it; need not exist. */
  public Path resolve(String name) {
    return folder.resolve(name);
  }

  /** Releases the lock. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new Fault(ServerCode.DATA_UNUSABLE.code(), "cannot release " + folder, e);
    }
  }
}
