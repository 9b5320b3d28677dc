package dev.interlock.guardrails.azurepolicy.testing;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
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
    } else {
      test.wrong(node, "the case \"" + name() + "\" must say what it expects");
    }
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
    ObjectValue request = objectOrNull(context().get("requestContext"));
    Value version = request == null ? null : request.get("apiVersion");
    return new Subject(
        object(node.get("resource")), version instanceof StringValue text ? text.text() : null);
  }

  /** The values of parameters: plain, or as an assignment has them under {@code value}. */
  ObjectValue parameters() {
    return object(node.get("parameters"));
  }

  /** What can be asked beside the resource. */
  EvaluationContext evaluation() {
    ObjectValue context = context();
    return new EvaluationContext(
        objectOrNull(context.get("subscription")),
        objectOrNull(context.get("resourceGroup")),
        objectOrNull(context.get("requestContext")),
        at());
  }

  /** What {@code policy()} gives. */
  ObjectValue policy() {
    ObjectValue policy = objectOrNull(context().get("policy"));
    return policy == null ? ObjectValue.EMPTY : policy;
  }

  /** What an existence check may find; everything when it is given, even as nothing. */
  RelatedResources related() {
    Node given = node.get("related");
    if (!(given instanceof SequenceNode list)) {
      return given == null ? RelatedResources.NOT_TOLD : RelatedResources.of(List.of(), true);
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
    Value utcNow = context().get("utcNow");
    String text = written == null && utcNow instanceof StringValue now1 ? now1.text() : written;
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

  private ObjectValue context() {
    return object(node.get("context"));
  }

  private static ObjectValue object(@Nullable Node node) {
    return node == null || !(Values.of(node) instanceof ObjectValue object)
        ? ObjectValue.EMPTY
        : object;
  }

  private static @Nullable ObjectValue objectOrNull(@Nullable Value value) {
    return value instanceof ObjectValue object ? object : null;
  }
}
