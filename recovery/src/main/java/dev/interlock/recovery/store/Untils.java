package dev.interlock.recovery.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Until when files are immutable: a line for each time that somebody said so, in a hidden file
 * beside; the latest counts. Lines are only appended, so that two who do it at once lose nothing.
 */
final class Untils {

  private static final String SUFFIX = ".until";
  private static final int LINE = "2026-11-22T12:00:00Z".length();

  private Untils() {}

  /** The file beside. */
  static Path beside(Path file) {
    return file.resolveSibling("." + file.getFileName() + SUFFIX);
  }

  /** Until when; null when nobody said so, the end of time when it can't be understood. */
  static @Nullable Instant read(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(beside(file), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return null;
    }
    return text.lines()
        .filter(line -> line.length() >= LINE)
        .map(Untils::parse)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** A shorter line was cut off when its writer ended, before anybody was told that it counts. */
  private static Instant parse(String line) {
    try {
      return Instant.parse(line);
    } catch (DateTimeException e) {
      return Instant.MAX;
    }
  }

  /** Says so; in whole seconds, rounded up. */
  static void extend(Path file, Instant until) throws IOException {
    Instant whole = until.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
    Instant before = read(file);
    if (before == null || before.isBefore(whole)) {
      append(beside(file), "\n" + whole + "\n");
      Posix.sync(FolderPaths.parent(file));
    }
  }

  private static void append(Path file, String line) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    try (FileChannel channel = FileChannel.open(file, options, Posix.owner(file, "rw-"))) {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
