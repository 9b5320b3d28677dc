package dev.interlock.recovery.catalogue;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/** Folders that a tool may write into, and nobody else. */
final class ToolFolder {

  private ToolFolder() {}

  /**
   * Makes one.
   *
   * @param owner whose it is; null for whom this program runs as
   * @throws Fault PLACE_FAILED when it can't be made
   */
  static Path make(Path folder, @Nullable UserPrincipal owner) {
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      if (owner != null) {
        Files.setOwner(folder, owner);
      }
      return folder;
    } catch (IOException e) {
      throw new Fault(
          RecoveryCode.PLACE_FAILED.code(),
          folder + " can't be made for the tool: " + e.getMessage(),
          e);
    }
  }
}
