package dev.interlock.guardrails.azurepolicy.check;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.assignment.AssignedRule;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.ResourceIds;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Resource groups that the input holds: rules about what is in them may ask for them. */
final class GivenGroups {

  private static final String TYPE = "/resourcegroups";
  private static final List<String> PROPERTIES =
      List.of("id", "name", "location", "managedBy", "tags", "properties");
  private static final Pattern CALL =
      Pattern.compile("resourceGroup\\s*\\(\\s*\\)", Pattern.CASE_INSENSITIVE);

  private final boolean asked;
  private final Map<String, ObjectValue> groups = new HashMap<>();

  /** For rules in force. */
  GivenGroups(List<AssignedRule> rules) {
    this.asked = rules.stream().anyMatch(GivenGroups::asks);
  }

  /** True when a rule asks for the group of a resource. */
  boolean asked() {
    return asked;
  }

  /** True for a group when a rule asks for groups. */
  boolean wants(String type) {
    return asked && type.toLowerCase(Locale.ROOT).endsWith(TYPE);
  }

  /** Takes in a group; of two with one id and different words neither counts. */
  void add(Subject group) {
    groups.merge(key(group), group(group), (a, b) -> a.equals(b) ? a : ObjectValue.EMPTY);
  }

  /** The context in which a resource is judged. */
  EvaluationContext of(Subject subject, EvaluationContext context) {
    ObjectValue group = groups.getOrDefault(key(subject), ObjectValue.EMPTY);
    return group.equals(ObjectValue.EMPTY)
        ? context
        : new EvaluationContext(
            context.subscription(), group, context.requestContext(), context.now());
  }

  private static ObjectValue group(Subject subject) {
    Map<String, Value> group = new LinkedHashMap<>();
    for (String property : PROPERTIES) {
      Value value = subject.resource().get(property);
      if (value != null) {
        group.put(property, value);
      }
    }
    return ObjectValue.of(group);
  }

  private static String key(Subject subject) {
    String id = subject.property(Subject.ID) instanceof StringValue text ? text.text() : "";
    String group = ResourceIds.after(id, "resourceGroups");
    return (ResourceIds.after(id, "subscriptions") + "/" + group).toLowerCase(Locale.ROOT);
  }

  private static boolean asks(AssignedRule rule) {
    PolicyDefinition definition = rule.definition();
    return definition != null && calls(definition.rule());
  }

  private static boolean calls(Node node) {
    return switch (node) {
      case MappingNode mapping ->
          mapping.entries().stream().anyMatch(entry -> calls(entry.value()));
      case SequenceNode list -> list.items().stream().anyMatch(GivenGroups::calls);
      case ScalarNode scalar -> scalar.text().startsWith("[") && CALL.matcher(scalar.text()).find();
      case UnknownNode _ -> false;
    };
  }
}
