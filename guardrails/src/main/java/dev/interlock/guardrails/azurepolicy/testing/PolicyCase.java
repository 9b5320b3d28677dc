package dev.interlock.guardrails.azurepolicy.testing;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import dev.interlock.guardrails.azurepolicy.evaluation.GivenContext;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.parameter.PlainParameters;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One case of a test. */
record PolicyCase(TestFile test, MappingNode node, Instant now) {

  private static final Set<String> WORDS =
      Set.of("name", "definition", "parameters", "resource", "related", "context", "at", "expect");

  private static final List<String> OBJECTS = List.of("resource", "parameters", "context");

  private static final Set<String> CONTEXT =
      Set.of("subscription", "resourceGroup", "requestContext", "utcNow", "policy");

  private static final Set<String> EXPECT =
      Set.of("effect", "applies", "details", "error", "unknown", "findings");

  /** Its name, or where it stands when it has none. */
  String name() {
    String name = node.text("name");
    return name == null ? "line " + node.line() : name;
  }

  /** Warns of what has no meaning, and tells what is missing. */
  void check() {
    test.only(node, WORDS, "a case");
    if (node.get("context") instanceof MappingNode context) {
      test.only(context, CONTEXT, "the context of a case");
    }
    if (node.get("expect") instanceof MappingNode expect) {
      test.only(expect, EXPECT, "what a case expects");
    }
    if (!expectsSomething()) {
      test.wrong(node, "the case \"" + name() + "\" must say what it expects");
    }
    OBJECTS.forEach(this::mustBeObject);
    if (node.get("resource") == null && expected().get("error") == null) {
      test.wrong(node, "the case \"" + name() + "\" has no resource");
    }
  }

  /** True when it can pass at all: nothing it says would be passed over. */
  boolean isSound() {
    return expectsSomething() && OBJECTS.stream().allMatch(this::isObject);
  }

  private boolean expectsSomething() {
    ObjectValue expected = expected();
    Value findings = expected.get("findings");
    return EXPECT.stream().anyMatch(word -> expected.get(word) != null)
        && (findings == null || findings instanceof ArrayValue);
  }

  private void mustBeObject(String word) {
    Node given = node.get(word);
    if (given != null && !isObject(word)) {
      test.wrong(given, word + " must be a mapping and is " + given.describe());
    }
  }

  private boolean isObject(String word) {
    Node given = node.get(word);
    boolean none = given instanceof ScalarNode scalar && scalar.value() == null;
    return given == null || given instanceof MappingNode || (none && !word.equals("resource"));
  }

  /** What it expects. */
  ObjectValue expected() {
    return object(node.get("expect"));
  }

  /** The definition, inline or the path of one; null when the case is about assignments. */
  @Nullable Node definition() {
    return node.get("definition");
  }

  /** The resource with the API version of the request. */
  Subject subject() {
    return context().subject(object(node.get("resource")));
  }

  /** The values of parameters. */
  ByName<GivenParameter> parameters() {
    return PlainParameters.of(object(node.get("parameters")), node.in(test.name()));
  }

  /** What can be asked beside the resource. */
  EvaluationContext evaluation() {
    return context().at(at());
  }

  /** What {@code policy()} gives. */
  ObjectValue policy() {
    return context().policy();
  }

  /** What an existence check may find; everything when it is given, even as nothing. */
  RelatedResources related() {
    Node given = node.get("related");
    if (!(given instanceof SequenceNode list)) {
      if (given != null) {
        test.wrong(given, "related must be a list and is " + given.describe());
      }
      return RelatedResources.NOT_TOLD;
    }
    List<Subject> subjects = new ArrayList<>();
    for (Node item : list.items()) {
      if (item instanceof MappingNode) {
        subjects.add(new Subject(object(item), null));
      } else {
        test.wrong(item, "a related resource must be a mapping and is " + item.describe());
      }
    }
    return RelatedResources.of(subjects, true);
  }

  /** {@code at}, or {@code context.utcNow}, or now. */
  private Instant at() {
    String written = node.text("at");
    String text = written == null ? context().utcNow() : written;
    if (text == null) {
      return now;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      test.wrong(node, "\"" + text + "\" is no instant with an offset, as 2026-11-22T08:00:00Z");
      return now;
    }
  }

  private GivenContext context() {
    return new GivenContext(object(node.get("context")));
  }

  private static ObjectValue object(@Nullable Node node) {
    return node == null || !(Values.of(node) instanceof ObjectValue object)
        ? ObjectValue.EMPTY
        : object;
  }
}
