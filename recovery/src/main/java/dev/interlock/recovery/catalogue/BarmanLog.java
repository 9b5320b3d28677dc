package dev.interlock.recovery.catalogue;

import dev.interlock.evidence.Backup.Branch;
import dev.interlock.recovery.KeptLog;
import dev.interlock.recovery.postgres.physical.Timelines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Files of a server's log as they lie in Barman's folder. Barman itself tells only those of a
 * backup's own course of history, and tells them whether they are there or not.
 */
final class BarmanLog {

  private static final int LEVELS = 2;
  private static final String SEGMENT = "[0-9A-F]{24}";

  private BarmanLog() {}

  /**
   * Looks.
   *
   * @param folder where the log lies
   * @param told paths that Barman told
   * @param history tells a history of timelines, by its name
   */
  static KeptLog in(Path folder, List<Path> told, Function<String, String> history)
      throws IOException {
    Map<String, Instant> files = new HashMap<>();
    List<Branch> branches = new ArrayList<>();
    for (Path file : lying(folder)) {
      files.put(name(file), Files.getLastModifiedTime(file).toInstant());
    }
    for (String name : files.keySet()) {
      if (Timelines.isHistory(name)) {
        branches.addAll(Timelines.read(name, history.apply(name).lines().toList()));
      }
    }
    List<String> gone =
        told.stream().map(BarmanLog::name).filter(it -> !files.containsKey(it)).distinct().toList();
    return new KeptLog(files, gone, branches);
  }

  /** The folder is made when the first file comes. */
  private static List<Path> lying(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> lying = Files.walk(folder, LEVELS)) {
      return lying.filter(BarmanLog::counts).toList();
    }
  }

  private static boolean counts(Path file) {
    return name(file).matches(SEGMENT) || Timelines.isHistory(name(file));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
