package dev.interlock.recovery.catalogue;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A tool that keeps backups, as it lies on this machine.
 *
 * @param program name of its file, which is also that of its Debian package
 * @param title as people call it
 * @param environment of the calling process that the tool is given: its settings and its secrets
 */
record CatalogueTool(String program, String title, Map<String, String> environment) {

  CatalogueTool {
    environment = Map.copyOf(environment);
  }

  /** With all that the environment of this process says to it by names that begin so. */
  static CatalogueTool of(String program, String title, String prefix) {
    Map<String, String> told =
        System.getenv().entrySet().stream()
            .filter(it -> it.getKey().startsWith(prefix))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new CatalogueTool(program, title, new TreeMap<>(told));
  }

  /** What a tool answered. */
  record Answer(ToolRun.Ended ended, String text) {

    boolean well() {
      return ended.well();
    }

    /** What it said, for a message. */
    String words() {
      return ended.said().isEmpty() && !text.isBlank()
          ? ToolSecrets.hide(text.strip())
          : ended.words();
    }
  }

  /**
   * Requires that it is here.
   *
   * @throws Fault NO_TOOL
   */
  void require() {
    String path = System.getenv("PATH");
    boolean here =
        Stream.of((path == null ? "" : path).split(File.pathSeparator))
            .filter(folder -> !folder.isBlank())
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if (!here) {
      throw new Fault(
          RecoveryCode.NO_TOOL.code(),
          title
              + " is not on this machine; install it (on Debian and Ubuntu: apt install "
              + program
              + ")");
    }
  }

  /** Runs it to its end. */
  Answer ask(List<String> command) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ToolRun.Ended ended = run(command, output);
    return new Answer(ended, output.toString(StandardCharsets.UTF_8));
  }

  /** The same, and hands over what it writes. */
  ToolRun.Ended run(List<String> command, OutputStream output) {
    require();
    try {
      return new ToolRun(new ToolCommand(command, environment))
          .run(output, line -> Optional.of(ToolSecrets.hide(line)));
    } catch (IOException e) {
      throw new Fault(
          RecoveryCode.CATALOGUE_FAILED.code(), title + " can't be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(RecoveryCode.CATALOGUE_FAILED.code(), title + " was interrupted", e);
    }
  }
}
