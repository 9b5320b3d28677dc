package dev.interlock.guardrails.azurepolicy.alias;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of an alias is on a resource.
 *
 * @param text such as {@code properties.rules[*].properties.priority}
 * @param pattern takes the value out of the text found there, or null when that is the value
 * @param modifiable whether effect modify may change it; null when that is not known
 */
public record AliasPath(String text, @Nullable AliasPattern pattern, @Nullable Boolean modifiable) {

  /** Stands for every element of a list among the {@link #segments}. */
  public static final String EACH = "[*]";

  /** A plain path of which nothing more is known. */
  public static AliasPath of(String text) {
    return new AliasPath(text, null, null);
  }

  /** Names of properties, outermost first, and {@link #EACH} after a list's name. */
  public List<String> segments() {
    List<String> segments = new ArrayList<>();
    for (String name : text.split("\\.", -1)) {
      int each = name.indexOf(EACH);
      segments.add(each < 0 ? name : name.substring(0, each));
      for (int at = each; at >= 0 && at < name.length(); at += EACH.length()) {
        segments.add(EACH);
      }
    }
    return List.copyOf(segments);
  }

  /** Whether the text is names joined by dots, with {@code [*]} at most behind them. */
  public static boolean isWellFormed(String text) {
    for (String name : text.split("\\.", -1)) {
      String bare = name;
      while (bare.endsWith(EACH)) {
        bare = bare.substring(0, bare.length() - EACH.length());
      }
      if (bare.isBlank() || bare.contains("[") || bare.contains("]")) {
        return false;
      }
    }
    return true;
  }
}
