package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.facts.arm.template.Keys;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The types that a template defines.
 *
 * @param section where they stand
 */
record TypeDefinitions(MappingNode section) {

  private static final String REFERENCE = "#/definitions/";
  private static final int DEEPEST = 64;

  /** What a type refers to, or the type itself. */
  Node resolved(Node type) {
    Node here = type;
    for (int i = 0; i < DEEPEST; i++) {
      String reference = Keys.text(here, "$ref");
      Node there =
          reference.startsWith(REFERENCE)
              ? Keys.get(section, reference.substring(REFERENCE.length()))
              : null;
      if (there == null) {
        return here;
      }
      here = there;
    }
    return here;
  }

  /** The word for a type that is resolved. */
  static String word(Node type) {
    return Keys.text(type, "type").toLowerCase(Locale.ROOT);
  }

  /** True when values of the type must not be shown. */
  boolean isSecure(Node type) {
    return word(resolved(type)).startsWith("secure");
  }

  /** True when nothing need be given. */
  boolean isNullable(Node type) {
    return Keys.isTrue(type, "nullable") || Keys.isTrue(resolved(type), "nullable");
  }

  /** The property that tells which of several types an object has; empty when there is but one. */
  static String tag(Node type) {
    return Keys.text(Keys.mapping(type, "discriminator"), "propertyName");
  }

  /** The types that a tag tells apart. */
  static MappingNode tagged(Node type) {
    return Keys.mapping(Keys.mapping(type, "discriminator"), "mapping");
  }

  /** Which of the types an object has by its tag; null when it has none of them. */
  @Nullable Node variant(ObjectValue object, Node type) {
    Node found =
        object.get(tag(type)) instanceof StringValue text
            ? Keys.get(tagged(type), text.text())
            : null;
    return found == null ? null : resolved(found);
  }
}
