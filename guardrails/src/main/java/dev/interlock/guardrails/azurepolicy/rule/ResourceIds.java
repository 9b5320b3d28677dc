package dev.interlock.guardrails.azurepolicy.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes ids of Azure resources apart. */
public final class ResourceIds {

  private ResourceIds() {}

  /** True for a type with more than a provider and one word. */
  public static boolean isChildType(String type) {
    int first = type.indexOf('/');
    return first >= 0 && type.indexOf('/', first + 1) >= 0;
  }

  /**
   * The names in an id after its last provider, joined by slashes: {@code server/database}. The
   * name of a resource group or subscription for theirs; null when it is no id.
   */
  public static @Nullable String fullName(String id) {
    int provider = id.toLowerCase(Locale.ROOT).lastIndexOf("/providers/");
    String[] parts =
        provider < 0
            ? id.split("/", -1)
            : id.substring(provider + "/providers/".length()).split("/", -1);
    if (provider < 0) {
      return parts.length < 3 ? null : parts[parts.length - 1];
    }
    List<String> names = new ArrayList<>();
    for (int i = 2; i < parts.length; i += 2) {
      names.add(parts[i]);
    }
    return names.isEmpty() ? null : String.join("/", names);
  }

  /** The part of an id that follows a word, such as {@code resourceGroups}; null when none does. */
  public static @Nullable String after(String id, String word) {
    String[] parts = id.split("/", -1);
    for (int i = 0; i + 1 < parts.length; i++) {
      if (parts[i].equalsIgnoreCase(word)) {
        return parts[i + 1].isEmpty() ? null : parts[i + 1];
      }
    }
    return null;
  }

  /** True when an id is a scope or lies in it, in any letter case. */
  public static boolean isWithin(String id, String scope) {
    String outer = scope.endsWith("/") ? scope.substring(0, scope.length() - 1) : scope;
    return id.regionMatches(true, 0, outer, 0, outer.length())
        && (id.length() == outer.length() || id.charAt(outer.length()) == '/');
  }
}
