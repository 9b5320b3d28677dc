package dev.interlock.facts.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with attributes in it: <code>{key_vault_id}/secrets/{name}</code>. Of <code>{a|b}</code>
 * the first that is set is taken.
 *
 * @param text as the mapping writes it
 */
record Template(String text) {

  private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)}");

  /** The attributes it speaks of. */
  List<String> attributes() {
    List<String> all = new ArrayList<>();
    Matcher matcher = HOLE.matcher(text);
    while (matcher.find()) {
      all.addAll(List.of(matcher.group(1).split("\\|")));
    }
    return all;
  }

  /** The text with values in it; null when one of them is not set. */
  @Nullable String fill(Function<String, @Nullable String> values) {
    StringBuilder filled = new StringBuilder();
    Matcher matcher = HOLE.matcher(text);
    int from = 0;
    while (matcher.find()) {
      String value = first(matcher.group(1), values);
      if (value == null) {
        return null;
      }
      filled.append(text, from, matcher.start()).append(value);
      from = matcher.end();
    }
    return filled.append(text, from, text.length()).toString();
  }

  private static @Nullable String first(String names, Function<String, @Nullable String> values) {
    for (String name : names.split("\\|")) {
      String value = values.apply(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
