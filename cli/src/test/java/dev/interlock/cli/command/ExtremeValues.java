package dev.interlock.cli.command;

import dev.interlock.finding.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/**
 * Values that nobody means, for each type of option. {@code DIR} is a folder of the test's own: no
 * value names anything of the machine's, since a program that is wrong would harm it.
 */
final class ExtremeValues {

  private static final List<String> ANYTHING =
      List.of(
          "", " ", "\0", "a\0b", "\n", "-1", "ü\u202E\uFFFF", "\uD800", "%s%n", "x".repeat(300));

  private static final List<String> INSTANTS =
      List.of(
          "+999999999-12-31T23:59:59Z",
          "-999999999-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59-18:00",
          "-999999999-01-01T00:00:00+18:00",
          "+1000000000-01-01T00:00:00Z",
          "+10000-01-01T00:00:00Z",
          "0000-01-01T00:00:00Z",
          "1899-12-31T23:59:59Z",
          "1900-01-01T00:00:00Z",
          "2499-12-31T23:59:59.999999999Z",
          "2500-01-01T00:00:01Z",
          "2026-11-22T09:00:00.999999999+14:00",
          "2026-02-30T00:00:00Z",
          "2026-11-22T09:00:00",
          "now");

  private static final List<String> LENGTHS =
      List.of(
          "PT0S",
          "-PT2H",
          "PT0.000000001S",
          "P9124D",
          "P9126D",
          "P99999999D",
          "PT2562047788015215H",
          "PT9223372036854775807.999999999S",
          "PT-9223372036854775808S",
          "PT9223372036854775808S",
          "2h");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "9223372036854775807",
          "-9223372036854775808",
          "9223372036854775808",
          "99999999999999999999999",
          "1e3",
          "0x10",
          "\u0663");

  private static final List<String> PATHS =
      List.of(
          "DIR",
          "DIR/missing/deep/er",
          "DIR/file",
          "DIR/file/below",
          "DIR/link-to-folder",
          "DIR/loop",
          "DIR/" + "x".repeat(300),
          "DIR/ü \u202E",
          "DIR/socket");

  private ExtremeValues() {}

  /** What to try for an option or argument. */
  static List<String> of(ArgSpec argument) {
    List<String> values = new ArrayList<>(common(argument));
    Class<?> type = type(argument);
    if (type == Instant.class) {
      values.addAll(INSTANTS);
    } else if (type == Duration.class) {
      values.addAll(LENGTHS);
    } else if (type == long.class || type == Long.class) {
      values.addAll(NUMBERS);
    } else if (isPath(argument)) {
      values.addAll(PATHS);
    } else if (type == Severity.class) {
      values.add("catastrophic");
    }
    return values;
  }

  /** A word may name a file: none of these may be made outside the test's own folder. */
  private static List<String> common(ArgSpec argument) {
    return isPath(argument)
        ? List.of("", "\0", "DIR/a\0b", "DIR/\uD800", "x".repeat(300))
        : ANYTHING;
  }

  private static boolean isPath(ArgSpec argument) {
    return type(argument) == Path.class
        || List.of("FILE", "DIR", "PATH").contains(argument.paramLabel());
  }

  private static Class<?> type(ArgSpec argument) {
    Class<?>[] inner = argument.auxiliaryTypes();
    return argument.isMultiValue() ? inner[0] : argument.type();
  }
}
