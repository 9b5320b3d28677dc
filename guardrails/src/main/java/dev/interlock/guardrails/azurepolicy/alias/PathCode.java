package dev.interlock.guardrails.azurepolicy.alias;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a path as what has to be done to the alias's last part to get it, because nearly all paths
 * are that part with {@code properties} put in and words left out. One character a step: {@code k}
 * keeps a word, {@code d} drops one, {@code p} puts in {@code properties}. Nothing stands for the
 * commonest, {@code properties} and then all words; what begins with {@code =} is the path itself.
 */
final class PathCode {

  private static final String PROPERTIES = "properties";

  private PathCode() {}

  static String encode(String suffix, String path) {
    if (path.equals(PROPERTIES + "." + suffix)) {
      return "";
    }
    List<String> words = List.of(suffix.split("\\.", -1));
    StringBuilder steps = new StringBuilder();
    int next = 0;
    for (String name : path.split("\\.", -1)) {
      int found = words.subList(next, words.size()).indexOf(name);
      if (found >= 0) {
        steps.repeat('d', found).append('k');
        next += found + 1;
      } else if (name.equals(PROPERTIES)) {
        steps.append('p');
      } else {
        return "=" + path;
      }
    }
    return steps.toString();
  }

  static String decode(String suffix, String code) {
    if (code.isEmpty()) {
      return PROPERTIES + "." + suffix;
    }
    if (code.charAt(0) == '=') {
      return code.substring(1);
    }
    String[] words = suffix.split("\\.", -1);
    List<String> path = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < code.length(); i++) {
      char step = code.charAt(i);
      if (step == 'p') {
        path.add(PROPERTIES);
      } else if (step == 'k') {
        path.add(words[next++]);
      } else {
        next++;
      }
    }
    return String.join(".", path);
  }

  /** How many words at the beginning of the last part the path leaves out. */
  static int droppedFirst(String code) {
    int dropped = 0;
    String steps = code.startsWith("=") ? "" : code;
    for (int i = 0; i < steps.length() && steps.charAt(i) != 'k'; i++) {
      dropped += steps.charAt(i) == 'd' ? 1 : 0;
    }
    return dropped;
  }
}
