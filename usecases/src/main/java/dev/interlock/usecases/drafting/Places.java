package dev.interlock.usecases.drafting;

import java.util.List;
import java.util.Map;

/**
 * Where in the draft something is written, so that nobody has to look for it.
 *
 * @param texts the files by their path
 */
record Places(Map<String, String> texts) {

  /**
   * A file of the estate, and the line in it at which the last of these words stands, each looked
   * for after the one before; the file alone where they do not occur.
   */
  String of(String file, String... words) {
    return in("estate/" + file, words);
  }

  /** The same for any file of the draft. */
  String in(String file, String... words) {
    List<String> lines = texts.getOrDefault(file, "").lines().toList();
    int line = 0;
    for (String word : words) {
      while (line < lines.size() && !lines.get(line).contains(word)) {
        line++;
      }
      line++;
    }
    return words.length == 0 || line > lines.size() ? file : file + ":" + line;
  }
}
