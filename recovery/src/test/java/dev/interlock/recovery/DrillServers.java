package dev.interlock.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Processes of PostgreSQL servers of drills. */
final class DrillServers {

  private DrillServers() {}

  /**
   * Those that were started in a folder; children that a server forked are left out.
   *
   * @param which by its command line
   */
  static List<ProcessHandle> in(Path where, Predicate<String> which) {
    return ProcessHandle.allProcesses().filter(it -> worksIn(it, where, which)).toList();
  }

  private static boolean worksIn(ProcessHandle process, Path where, Predicate<String> which) {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    try {
      String words = Files.readString(proc.resolve("cmdline")).replace('\0', ' ');
      return words.startsWith("/")
          && words.split(" ", 2)[0].endsWith("/postgres")
          && which.test(words)
          && Files.readSymbolicLink(proc.resolve("cwd")).startsWith(where.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
