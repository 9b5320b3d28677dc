package dev.interlock.facts.images;

import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Images that a program is told of, by a variable or by an option on its command line, so that it
 * starts them by itself. Only the name can tell; a value that may be something else is left out.
 */
final class ImageOptions {

  private static final String CALLED = "[\\w.-]*?images?(?:[-_]?name)?";

  private static final Pattern VARIABLE = Pattern.compile("(?i)" + CALLED + "|related_image_\\w+");

  /** {@code --image=x}, {@code IMAGE=x}, {@code --set=worker.image=x,other=y}. */
  private static final Pattern ASSIGNED =
      Pattern.compile("(?i)(?<![\\w.-])" + CALLED + "=([^=]+?)(?=,[\\w.-]+=|$)");

  /** {@code --image}, whose value is the next word. */
  private static final Pattern OPTION = Pattern.compile("(?i)--?" + CALLED);

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"';&|]+");

  /** An image and where it is written. */
  record Told(String reference, ScalarNode at) {}

  private ImageOptions() {}

  /** True for the key of a list of words that a program is started with. */
  static boolean isCommandLine(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return lower.endsWith("args") || lower.equals("command");
  }

  /** The images in the value of a variable of that name. */
  static List<Told> variable(String name, ScalarNode value) {
    return VARIABLE.matcher(name).matches()
        ? plain(WebAppStack.image(value.text(), value.text()), value)
        : List.of();
  }

  /** The images on a command line. */
  static List<Told> commandLine(List<Node> items) {
    List<Told> found = new ArrayList<>();
    boolean awaited = false;
    for (Node item : items) {
      if (item instanceof ScalarNode scalar) {
        for (String word : words(scalar)) {
          found.addAll(awaited ? plain(word, scalar) : assigned(word, scalar));
          awaited = OPTION.matcher(word).matches();
        }
      }
    }
    return found;
  }

  private static List<String> words(ScalarNode item) {
    return BETWEEN_WORDS.splitAsStream(item.text()).filter(word -> !word.isEmpty()).toList();
  }

  private static List<Told> assigned(String word, ScalarNode at) {
    return ASSIGNED
        .matcher(word)
        .results()
        .flatMap(match -> plain(match.group(1), at).stream())
        .toList();
  }

  private static List<Told> plain(String value, ScalarNode at) {
    return Arrays.stream(value.split(",", -1))
        .filter(PlainReference::is)
        .map(reference -> new Told(reference, at))
        .toList();
  }
}
