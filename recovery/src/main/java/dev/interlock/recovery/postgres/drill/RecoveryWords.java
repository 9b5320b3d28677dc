package dev.interlock.recovery.postgres.drill;

import dev.interlock.recovery.postgres.process.LastLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a server says while it recovers, in English and in UTC. */
record RecoveryWords(Path file) {

  private static final Pattern LAST =
      Pattern.compile("last completed transaction was at log time (\\S+ \\S+)");
  private static final String TAKEN_UP = "restored log file \"";
  private static final Pattern END = Pattern.compile("redo done at (\\S+)");

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .appendPattern("[x]")
          .toFormatter(Locale.ROOT);

  /** A new file for them, which the server may write. */
  static RecoveryWords in(DrillFolder folder) throws IOException {
    Path file = folder.path().resolve("recovery.log");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    folder.user().give(file);
    return new RecoveryWords(file);
  }

  /** A line for a shell that runs its arguments, with a script as its name. */
  String command() {
    return "exec \"$@\" <\"$0\" 2>'" + file.toString().replace("'", "'\\''") + "'";
  }

  /** The last lines. */
  String last() throws IOException {
    LastLines lines = new LastLines();
    try (InputStream in = Files.newInputStream(file)) {
      lines.read(in);
    }
    return String.join("\n  ", lines.lines());
  }

  /** How many files of the log it has taken up until now. */
  long takenUp() throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.contains(TAKEN_UP)).count();
    }
  }

  @Nullable Instant lastTransaction() throws IOException {
    return find(LAST).map(it -> OffsetDateTime.parse(it, TIME).toInstant()).orElse(null);
  }

  @Nullable String end() throws IOException {
    return find(END).orElse(null);
  }

  private Optional<String> find(Pattern pattern) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(pattern::matcher)
          .filter(Matcher::find)
          .map(matcher -> matcher.group(1))
          .reduce((_, later) -> later);
    }
  }
}
