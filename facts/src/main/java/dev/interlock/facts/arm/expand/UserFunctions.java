package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.arm.template.Keys;
import dev.interlock.facts.arm.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The functions that a template declares, by namespace.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/user-defined-functions">User-defined
 *     functions</a>
 */
final class UserFunctions {

  private UserFunctions() {}

  /**
   * All of a template.
   *
   * @param evaluator for their bodies, once it is there
   */
  static List<UserFunction> of(Template template, Supplier<Evaluator> evaluator) {
    List<UserFunction> functions = new ArrayList<>();
    TypeDefinitions types = new TypeDefinitions(template.section("definitions"));
    if (Keys.get(template.root(), "functions") instanceof SequenceNode namespaces) {
      for (Node namespace : namespaces.items()) {
        String prefix = Keys.text(namespace, "namespace") + ".";
        MappingNode members = Keys.mapping(namespace, "members");
        for (Entry member : members.entries()) {
          functions.add(function(prefix + member.key(), member.value(), types, evaluator));
        }
      }
    }
    return functions;
  }

  private static UserFunction function(
      String name, Node node, TypeDefinitions types, Supplier<Evaluator> evaluator) {
    List<String> parameters = new ArrayList<>();
    int least = 0;
    if (Keys.get(node, "parameters") instanceof SequenceNode list) {
      for (Node item : list.items()) {
        parameters.add(Keys.text(item, "name"));
        least = types.isNullable(item) ? least : parameters.size();
      }
    }
    return new UserFunction(
        name, parameters, least, Keys.get(Keys.mapping(node, "output"), "value"), evaluator);
  }
}
