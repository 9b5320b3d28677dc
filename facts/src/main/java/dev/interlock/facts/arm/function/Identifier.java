package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.place.ResourceName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments that name a resource: what stands before its type, the type, and its names. */
record Identifier(List<String> before, ResourceName resource) {

  /** The first of the arguments that is unknown; null when all are known. */
  static @Nullable Value unknown(Arguments arguments) {
    for (Value value : arguments.all()) {
      if (value instanceof UnknownValue) {
        return value;
      }
    }
    return null;
  }

  /**
   * Reads them.
   *
   * @param most how many may stand before the type; none of them has a slash
   */
  static Identifier of(Arguments arguments, int most) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      texts.add(arguments.text(i));
    }
    int at = 0;
    while (at < Math.min(most, texts.size() - 1) && texts.get(at).indexOf('/') < 0) {
      at++;
    }
    String type = trimmed(texts.get(at));
    List<String> names = texts.subList(at + 1, texts.size());
    ResourceName resource = new ResourceName(type, String.join("/", names));
    if (names.isEmpty() || !resource.isWhole()) {
      int wanted = type.split("/", -1).length - 1;
      throw arguments.fail(
          "the type " + type + " needs " + wanted + " names and there are " + names.size());
    }
    return new Identifier(texts.subList(0, at), resource);
  }

  private static String trimmed(String type) {
    return type.endsWith("/") ? type.substring(0, type.length() - 1) : type;
  }
}
