package dev.interlock.usecases.spool;

import dev.interlock.finding.Fault;
import dev.interlock.usecases.ActionCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is said when findings can't be kept on disk. */
final class SpoolFault {

  private SpoolFault() {}

  static Fault of(Path folder, IOException failure) {
    return new Fault(
        ActionCode.CANNOT_KEEP.code(),
        "the check needs more room than memory has, and can't have it in "
            + folder
            + ": "
            + reason(folder, failure)
            + "; make room there, or name another folder for temporary files with"
            + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR",
        failure);
  }

  private static String reason(Path folder, IOException failure) {
    if (!Files.isDirectory(folder)) {
      return "there is no such folder";
    }
    return failure instanceof AccessDeniedException
        ? "nothing may be written there"
        : String.valueOf(failure.getMessage());
  }
}
