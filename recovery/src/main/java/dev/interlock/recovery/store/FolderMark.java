package dev.interlock.recovery.store;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** What makes a folder a store: hidden folders of its own that nothing else has. */
final class FolderMark {

  /** Where objects are written before they have their name. */
  static final String INCOMING = ".interlock-incoming";

  /** Where those who use the store leave their files. */
  static final String LEASES = ".interlock-leases";

  private FolderMark() {}

  /** Makes a folder a store; one with other things in it is refused. */
  static void set(Path folder) {
    try {
      Files.createDirectories(folder, Posix.owner(folder, "rwx"));
      Path root = folder.toRealPath();
      if (!isStore(root) && !isEmpty(root)) {
        throw fault(folder, "is not empty and no store; choose a new folder");
      }
      FolderPaths paths = new FolderPaths(root);
      paths.folder(root.resolve(LEASES));
      paths.folder(root.resolve(INCOMING));
    } catch (IOException e) {
      throw StoreFaults.store(folder.toString(), "make a store", e);
    }
  }

  /** The folder without links, when it is a store. */
  static Path require(Path folder) {
    try {
      Path root = folder.toRealPath();
      if (!isStore(root)) {
        throw fault(
            folder, "is no store of backups; is the disk mounted? A new one must be created");
      }
      return root;
    } catch (IOException e) {
      throw StoreFaults.store(folder.toString(), "open", e);
    }
  }

  private static boolean isStore(Path root) {
    return Files.isDirectory(root.resolve(INCOMING), LinkOption.NOFOLLOW_LINKS)
        && Files.isDirectory(root.resolve(LEASES), LinkOption.NOFOLLOW_LINKS);
  }

  /** A new disk has a folder for what its check finds, and half a store is one to be finished. */
  private static boolean isEmpty(Path root) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(root)) {
      for (Path child : children) {
        String name = child.getFileName().toString();
        if (!name.equals("lost+found") && !name.equals(LEASES)) {
          return false;
        }
      }
      return true;
    }
  }

  private static Fault fault(Path folder, String why) {
    return new Fault(RecoveryCode.STORE_FAILED.code(), folder + " " + why);
  }
}
