package dev.interlock.recovery.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the PostgreSQL of a drill wrote about itself. A process of it that the system or somebody
 * ended takes all sessions along, and a moment later the server answers as if nothing had been.
 */
record ServerLog(Path file) {

  /**
   * A session that was ended may be noticed by its client as a pipe that broke, without these
   * words. Workers of PostgreSQL itself are ended so whenever a statement fails, and don't count.
   */
  private static final Pattern KILLED =
      Pattern.compile(
          "[^\\[]*\\[\\d+] (?:[a-z ]*LOG:  (.*\\(PID \\d+\\) was terminated by (?:signal|exception) .*)"
              + "|client backend FATAL:  (terminating connection due to administrator command))");

  /** Its words about a process that was ended; empty when none was. */
  Optional<String> killed() {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.map(KILLED::matcher).filter(Matcher::matches).findFirst().map(ServerLog::words);
    } catch (IOException | UncheckedIOException e) {
      return Optional.of("its log can't be read: " + e.getMessage());
    }
  }

  private static String words(Matcher line) {
    return Objects.requireNonNullElseGet(line.group(1), () -> line.group(2));
  }
}
