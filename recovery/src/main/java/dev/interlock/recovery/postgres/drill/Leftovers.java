package dev.interlock.recovery.postgres.drill;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Drills whose owner and guardian were both killed. An owner holds a lock for as long as it lives,
 * whatever its number is and whatever the clock says; a drill that is locked is never touched.
 */
public final class Leftovers {

  private Leftovers() {}

  /**
   * Ends and removes what is left of dead drills.
   *
   * @param parent where drills make their folders; need not exist
   * @return the folders that are gone now
   * @throws Fault PLACE_FAILED when something can't be removed
   */
  public static List<Path> sweep(Path parent) {
    List<Path> swept = new ArrayList<>();
    try {
      for (Path lock : locks(parent.toAbsolutePath().normalize())) {
        if (sweepOne(lock)) {
          swept.add(DrillFolder.folderOf(lock));
        }
      }
      return swept;
    } catch (IOException e) {
      throw new Fault(
          RecoveryCode.PLACE_FAILED.code(),
          "what is left of earlier drills in " + parent + " can't be removed: " + e.getMessage(),
          e);
    }
  }

  /** Those of this process are left out: opening such a file would let its lock go. */
  private static List<Path> locks(Path parent) throws IOException {
    List<Path> locks = new ArrayList<>();
    if (Files.isDirectory(parent)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(parent, DrillFolder.LOCKS)) {
        files.forEach(locks::add);
      }
    }
    locks.removeIf(DrillFolder::isOfThisProcess);
    return locks;
  }

  private static boolean sweepOne(Path lock) throws IOException {
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      if (held == null) {
        return false;
      }
      remove(DrillFolder.folderOf(lock));
      Files.deleteIfExists(lock);
      return true;
    } catch (NoSuchFileException _) {
      // Its guardian was faster.
      return false;
    }
  }

  /** Ends what works in the folder, and removes it. */
  static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Commands.run(EndOfDrill.command(Unprivileged.find(), folder));
      Commands.run(List.of("rm", "-rf", "--", folder.toString()));
    }
    if (Files.exists(folder)) {
      throw new IOException(folder + " is still there");
    }
    Files.deleteIfExists(new DrillSocket(folder).link());
  }
}
