package dev.interlock.recovery.store;

import dev.interlock.recovery.BackupStore.Access;
import dev.interlock.recovery.BackupStore.Lease;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Shares in a store: each who has one keeps a file. Everybody first makes the own file and then
 * looks for others, so that of two who come at once one may give way too much, but never neither.
 */
record FolderLeases(String place, Path folder) {

  Lease take(Access access) {
    try {
      LeaseFile own = LeaseFile.create(folder, word(access));
      if (inUse(own.path(), access)) {
        own.close();
        throw StoreFaults.refused(place, "the store", "is in use" + by(access));
      }
      return () -> giveBack(own);
    } catch (IOException e) {
      if (access == Access.TOGETHER && mayOnlyBeRead(e)) {
        return Unprotected.LEASE;
      }
      throw StoreFaults.store(folder.toString(), "write", e);
    }
  }

  /**
   * Asked of the refusal and not of the file system: a folder may be seen read-only of a file
   * system that is not, and a server of files refuses without having said so.
   */
  private boolean mayOnlyBeRead(IOException e) {
    return e instanceof AccessDeniedException
        || String.valueOf(e.getMessage()).contains("Read-only file system");
  }

  /** True while somebody has a share; who may only read can't tell the living from the dead. */
  boolean inUse() {
    try {
      return living("*", null);
    } catch (IOException e) {
      if (mayOnlyBeRead(e)) {
        return true;
      }
      throw StoreFaults.store(folder.toString(), "read", e);
    }
  }

  private static String word(Access access) {
    return access == Access.ALONE ? "alone" : "together";
  }

  private static String by(Access access) {
    return access == Access.ALONE
        ? " by a backup or a restore; try again when that has ended"
        : " by somebody who removes old backups; try again when that has ended";
  }

  /** All are looked at, whomever they keep out: what the dead left is removed. */
  private boolean inUse(Path own, Access access) throws IOException {
    boolean together = living(word(Access.TOGETHER) + "-*", own);
    boolean alone = living(word(Access.ALONE) + "-*", own);
    return alone || (together && access == Access.ALONE);
  }

  private boolean living(String names, @Nullable Path own) throws IOException {
    boolean living = false;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
      for (Path file : files) {
        living |= !file.equals(own) && LeaseFile.alive(file);
      }
    }
    return living;
  }

  private void giveBack(LeaseFile own) {
    try {
      own.close();
    } catch (IOException e) {
      throw StoreFaults.store(folder.toString(), "write", e);
    }
  }

  /** Of who can only read, and so has no way to say that it does. */
  private enum Unprotected implements Lease {
    LEASE;

    @Override
    public boolean protects() {
      return false;
    }

    @Override
    public void close() {}
  }
}
