package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.field.ElementBinding;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource in the making, with what is known around it.
 *
 * @param resource what conditions are about
 * @param asked what an existence condition's functions are about; null when it is the resource
 * @param counted the elements that counts look at, outermost first
 */
record Draft(
    ObjectValue resource,
    @Nullable ObjectValue asked,
    EvaluationContext context,
    List<Counted> counted) {

  private static final String GROUP =
      "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg1";

  static Draft of(String type, EvaluationContext context) {
    ObjectValue bare = ObjectValue.of("type", Values.of(type)).with(name("name"), Values.of("w1"));
    ObjectValue placed = bare.with(name("location"), Values.of("westeurope"));
    return new Draft(placed, null, context, List.of()).placed();
  }

  private static dev.interlock.expression.PropertyName name(String name) {
    return new dev.interlock.expression.PropertyName(name);
  }

  Subject subject() {
    return new Subject(resource, null);
  }

  /** The scope in which the engine tests a condition on this. */
  PolicyScope scope() {
    PolicyScope scope =
        asked == null
            ? new PolicyScope(subject(), context)
            : new PolicyScope(new Subject(asked, null), context).related(subject());
    ElementBinding element = null;
    for (Counted one : counted) {
      element = new ElementBinding(one.name(), one.fieldPath(), one.value(), element);
    }
    scope.bind(element);
    return scope;
  }

  /** With a value at a place; null takes away what is there. */
  Draft set(List<String> path, @Nullable Value value) {
    for (int i = counted.size() - 1; i >= 0; i--) {
      List<String> rest = counted.get(i).within(path);
      if (rest != null) {
        List<Counted> changed = new ArrayList<>(counted);
        changed.set(i, counted.get(i).with(Tree.set(counted.get(i).value(), rest, value)));
        return new Draft(resource, asked, context, changed);
      }
    }
    Draft changed = with((ObjectValue) Tree.set(resource, path, value));
    return path.equals(List.of("type")) ? changed.placed() : changed;
  }

  /** What is at a place. */
  @Nullable Value get(List<String> path) {
    for (int i = counted.size() - 1; i >= 0; i--) {
      List<String> rest = counted.get(i).within(path);
      if (rest != null) {
        return Tree.get(counted.get(i).value(), rest);
      }
    }
    return Tree.get(resource, path);
  }

  /** With a value at a place of the resource that functions are about. */
  Draft setAsked(List<String> path, @Nullable Value value) {
    return asked == null
        ? set(path, value)
        : new Draft(resource, (ObjectValue) Tree.set(asked, path, value), context, counted);
  }

  /** The resource that functions are about. */
  ObjectValue ofFunctions() {
    return asked == null ? resource : asked;
  }

  Draft with(ObjectValue other) {
    return new Draft(other, asked, context, counted);
  }

  Draft with(EvaluationContext other) {
    return new Draft(resource, asked, other, counted);
  }

  Draft into(Counted element) {
    List<Counted> deeper = new ArrayList<>(counted);
    deeper.add(element);
    return new Draft(resource, asked, context, deeper);
  }

  /** Out of the innermost count, whose element stays as it was around it. */
  Draft out() {
    return new Draft(resource, asked, context, counted.subList(0, counted.size() - 1));
  }

  /** With an id that fits the type. */
  private Draft placed() {
    String type = resource.get("type") instanceof StringValue text ? text.text() : "";
    return with(resource.with(name("id"), Values.of(id(type))));
  }

  static String id(String type) {
    if (type.equalsIgnoreCase("Microsoft.Resources/subscriptions")) {
      return GROUP.substring(0, GROUP.indexOf("/resourceGroups"));
    }
    if (type.equalsIgnoreCase("Microsoft.Resources/subscriptions/resourceGroups")) {
      return GROUP;
    }
    String[] words = type.split("/", -1);
    StringBuilder id = new StringBuilder(GROUP + "/providers/" + words[0]);
    for (int i = 1; i < words.length; i++) {
      id.append('/').append(words[i]).append(i == words.length - 1 ? "/w1" : "/parent" + i);
    }
    return id.toString();
  }
}
