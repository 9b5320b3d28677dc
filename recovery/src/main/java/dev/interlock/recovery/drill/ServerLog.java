package dev.interlock.recovery.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the PostgreSQL of a drill wrote about itself. A process of it that the system or somebody
 * ended takes all sessions along, and a moment later the server answers as if nothing had been.
 */
record ServerLog(Path file) {

  private static final Pattern KILLED =
      Pattern.compile(
          "[^\\[]*\\[\\d+] LOG:  .*\\(PID \\d+\\) was terminated by (?:signal|exception) .*");

  /** Its words about a process that was ended; empty when none was. */
  Optional<String> killed() {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.filter(line -> KILLED.matcher(line).matches()).findFirst().map(ServerLog::words);
    } catch (IOException | UncheckedIOException e) {
      return Optional.of("its log can't be read: " + e.getMessage());
    }
  }

  private static String words(String line) {
    return line.substring(line.indexOf("LOG:") + "LOG:".length()).strip();
  }
}
