package dev.interlock.recovery.store;

import dev.interlock.recovery.BackupStore.Access;
import dev.interlock.recovery.BackupStore.Lease;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Shares in a store: each who has one keeps a file. Everybody first makes the own file and then
 * looks for others, so that of two who come at once one may give way too much, but never neither.
 */
record FolderLeases(String place, Path folder) {

  Lease take(Access access) {
    try {
      if (access == Access.TOGETHER && Files.getFileStore(folder).isReadOnly()) {
        return () -> {}; // whoever can only read has no way to say that it does
      }
      LeaseFile own = LeaseFile.create(folder, word(access));
      if (inUse(own.path(), access)) {
        own.close();
        throw StoreFaults.refused(place, "the store", "is in use" + by(access));
      }
      return () -> giveBack(own);
    } catch (IOException e) {
      throw StoreFaults.store(folder.toString(), "write", e);
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

  private boolean inUse(Path own, Access access) throws IOException {
    String conflicts = access == Access.ALONE ? "*" : word(Access.ALONE) + "-*";
    boolean inUse = false;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, conflicts)) {
      for (Path file : files) {
        inUse |= !file.equals(own) && LeaseFile.alive(file);
      }
    }
    return inUse;
  }

  private void giveBack(LeaseFile own) {
    try {
      own.close();
    } catch (IOException e) {
      throw StoreFaults.store(folder.toString(), "write", e);
    }
  }
}
