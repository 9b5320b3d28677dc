package dev.interlock.recovery.postgres.drill;

import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a command to its end. */
final class Commands {

  private Commands() {}

  static ToolRun.Ended run(List<String> words) throws IOException {
    return run(words, Path.of("/"));
  }

  static ToolRun.Ended run(List<String> words, Path folder) throws IOException {
    try {
      return new ToolRun(new ToolCommand(words, Map.of(), folder)).run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
