package dev.interlock.cli.remote;

import dev.interlock.finding.SourceRef;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the server found something, in the names that the user has for the files. */
final class Place {

  private static final Pattern LINE =
      Pattern.compile("(.*?):([0-9]{1,9})(?::([0-9]{1,9}))?", Pattern.DOTALL);

  private Place() {}

  /**
   * Reads {@code file:line:column}.
   *
   * @param names what the user calls a file, by what the server calls it
   */
  static SourceRef of(String place, Map<String, String> names) {
    Matcher line = LINE.matcher(place);
    if (names.containsKey(place) || !line.matches()) {
      return SourceRef.file(names.getOrDefault(place, place));
    }
    String file = line.group(1);
    int column = line.group(3) == null ? 0 : Integer.parseInt(line.group(3));
    return new SourceRef(names.getOrDefault(file, file), Integer.parseInt(line.group(2)), column);
  }
}
