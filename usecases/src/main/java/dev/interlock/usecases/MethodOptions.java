package dev.interlock.usecases;

import dev.interlock.recovery.TakeBackup;
import dev.interlock.recovery.TakeBaseBackup;
import dev.interlock.recovery.TakeFiles;
import dev.interlock.usecases.RunBackup.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each way to copy a database needs its own options, and no others. */
final class MethodOptions {

  private static final List<String> METHODS =
      List.of(TakeBackup.METHOD, TakeBaseBackup.METHOD, TakeFiles.METHOD);

  private MethodOptions() {}

  /**
   * Requires that what was said goes together.
   *
   * @throws InputRejected when it does not, or a folder is not there
   */
  static void require(Request request) {
    boolean base = request.method().equals(TakeBaseBackup.METHOD);
    if (!METHODS.contains(request.method())) {
      throw RunBackup.wrong(
          "--method",
          "there is no way to copy a database that is called \"" + request.method() + "\"",
          "there are " + String.join(", ", METHODS));
    }
    if (!base && (request.data() != null || request.archive() != null)) {
      throw RunBackup.wrong(
          request.data() == null ? "--wal" : "--data",
          request.method() + " does not need it",
          "--method " + TakeBaseBackup.METHOD + " does");
    }
    requireDump(request);
    boolean more = request.canary() || !request.surroundings().isNone();
    if (more && request.method().equals(TakeFiles.METHOD)) {
      throw RunBackup.wrong(
          request.canary() ? "--canary" : "--method",
          "files are saved alone, without canaries and what stands around the database",
          "a backup of the database saves those");
    }
    requireFolder("--data", request.data());
    requireFolder("--wal", request.archive());
  }

  private static void requireDump(Request request) {
    if (request.dumpFormat() != null && !request.method().equals(TakeBackup.METHOD)) {
      throw RunBackup.wrong(
          "--dump-format",
          request.method() + " makes no dump",
          "--method " + TakeBackup.METHOD + " does");
    }
    if (request.place() != null && !request.isByTable()) {
      throw RunBackup.wrong(
          "--place",
          "nothing would lie there: only a dump in directory format needs room before it is stored",
          "--dump-format directory makes one");
    }
  }

  private static void requireFolder(String option, @Nullable Path folder) {
    if (folder != null && !Files.isDirectory(folder)) {
      throw RunBackup.wrong(
          option, "there is no such folder: " + folder, "it must be on this machine");
    }
  }
}
