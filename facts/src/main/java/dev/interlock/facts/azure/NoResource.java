package dev.interlock.facts.azure;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a row of an inventory is no resource, so that it can be put right. */
public final class NoResource {

  private static final String NAMESPACE = "Microsoft.";
  private static final List<String> NEEDED = List.of("id", "type");

  private NoResource() {}

  /** The reason in words. */
  public static String why(Node row) {
    if (!(row instanceof MappingNode body)) {
      return "it is no object";
    }
    for (String key : NEEDED) {
      if (body.get(key) == null) {
        Entry meant = inAnotherCase(body, key);
        return meant == null
            ? "it has no " + key
            : "it has \"" + meant.key() + "\" where " + key + " is meant";
      }
    }
    return AzureRecogniser.isArmId(written(body, "id"))
        ? "its type is no type of an Azure resource"
        : "its id is no id of an Azure resource";
  }

  /** True for a row that says by its id or its type that it is about something in Azure. */
  public static boolean isMeant(Node row) {
    return row instanceof MappingNode body
        && (AzureRecogniser.isArmId(text(body, "id")) || isAzureType(text(body, "type")));
  }

  private static boolean isAzureType(String type) {
    return type.regionMatches(true, 0, NAMESPACE, 0, NAMESPACE.length()) && type.contains("/");
  }

  private static String text(MappingNode body, String key) {
    Entry entry = inAnotherCase(body, key);
    return entry != null && entry.value() instanceof ScalarNode value ? value.text() : "";
  }

  private static String written(MappingNode body, String key) {
    String text = body.text(key);
    return text == null ? "" : text;
  }

  private static @Nullable Entry inAnotherCase(MappingNode body, String key) {
    return body.entries().stream()
        .filter(entry -> entry.key().equalsIgnoreCase(key))
        .findFirst()
        .orElse(null);
  }
}
