package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a rule asks for a location in its {@code if} or in what it passes to a deployment: such a
 * rule does not apply to subscriptions.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/policy/concepts/policy-applicability">Azure
 *     Policy applicability logic</a>
 */
public final class LocationConditions {

  private static final Pattern FUNCTION =
      Pattern.compile("field\\s*\\(\\s*'location'\\s*\\)", Pattern.CASE_INSENSITIVE);

  private LocationConditions() {}

  /** True when the rule asks for a location. */
  public static boolean isIn(MappingNode rule) {
    Node deployment = at(at(at(rule, "then"), "details"), "deployment");
    return mentions(at(rule, "if")) || mentions(at(at(deployment, "properties"), "parameters"));
  }

  private static @Nullable Node at(@Nullable Node node, String word) {
    return node instanceof MappingNode mapping ? DetailsReader.one(mapping, word) : null;
  }

  private static boolean mentions(@Nullable Node node) {
    return switch (node) {
      case MappingNode mapping -> mapping.entries().stream().anyMatch(LocationConditions::is);
      case SequenceNode list -> list.items().stream().anyMatch(LocationConditions::mentions);
      case ScalarNode scalar -> scalar.text().startsWith("[") && calls(scalar);
      case UnknownNode _ -> false;
      case null -> false;
    };
  }

  private static boolean is(MappingNode.Entry entry) {
    boolean field = entry.key().equalsIgnoreCase("field") && entry.value() instanceof ScalarNode;
    return (field && ((ScalarNode) entry.value()).text().equalsIgnoreCase("location"))
        || mentions(entry.value());
  }

  private static boolean calls(ScalarNode scalar) {
    return FUNCTION.matcher(scalar.text()).find();
  }
}
