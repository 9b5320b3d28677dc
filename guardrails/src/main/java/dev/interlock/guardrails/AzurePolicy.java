package dev.interlock.guardrails;

import dev.interlock.document.Document;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.PropertyName;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.azurepolicy.alias.ResourceTypes;
import dev.interlock.guardrails.azurepolicy.assignment.AssignmentCompiler;
import dev.interlock.guardrails.azurepolicy.assignment.FindingJson;
import dev.interlock.guardrails.azurepolicy.assignment.Hierarchy;
import dev.interlock.guardrails.azurepolicy.assignment.InitiativeAsAssigned;
import dev.interlock.guardrails.azurepolicy.assignment.PolicyFinding;
import dev.interlock.guardrails.azurepolicy.effect.RelatedResources;
import dev.interlock.guardrails.azurepolicy.evaluation.Explainer;
import dev.interlock.guardrails.azurepolicy.evaluation.PolicyResult;
import dev.interlock.guardrails.azurepolicy.evaluation.SinglePolicy;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import dev.interlock.guardrails.azurepolicy.source.PolicyReader;
import dev.interlock.guardrails.azurepolicy.source.PolicyReading;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates Microsoft's policy language without Azure: one definition, or an initiative or
 * assignment with its definitions, on one resource.
 */
public final class AzurePolicy {

  private final PolicyQuestion question;
  private final Fields fields;
  private final ResourceTypes types = ResourceTypes.shipped();

  private AzurePolicy(PolicyQuestion question) {
    this.question = question;
    this.fields = new Fields(question.aliases().table());
  }

  /**
   * Answers a question.
   *
   * @param explain whether to draw the conditions of a single definition
   */
  public static PolicyAnswer evaluate(PolicyQuestion question, boolean explain) {
    return new AzurePolicy(question).answer(explain);
  }

  private PolicyAnswer answer(boolean explain) {
    PolicyReader reader = new PolicyReader();
    question.policies().forEach(d -> reader.node(d.root(), d.file(), "policy"));
    PolicyReading reading = reader.finish();
    PolicyObjects objects = reading.objects();
    if (objects.assignments().isEmpty() && objects.initiatives().isEmpty()) {
      return objects.definitions().size() == 1
          ? single(objects, reading.diagnostics(), explain)
          : broken(reading.diagnostics());
    }
    return through(objects, reading.diagnostics());
  }

  private static PolicyAnswer broken(List<Diagnostic> diagnostics) {
    String error =
        diagnostics.stream()
            .filter(Diagnostic::isError)
            .findFirst()
            .map(Diagnostic::message)
            .orElse("there must be one definition, initiative or assignment");
    PolicyResult result = PolicyResult.broken(error);
    return new PolicyAnswer(JsonText.of(result.toJson()), result.effect(), error, "", diagnostics);
  }

  private PolicyAnswer single(
      PolicyObjects objects, List<Diagnostic> diagnostics, boolean explain) {
    ObjectValue policy = object(context().get("policy"));
    SinglePolicy single =
        SinglePolicy.of(objects.definitions().getFirst(), given(), fields, policy, types);
    PolicyResult result = single.evaluate(subject(), evaluation(), related());
    String explanation =
        explain && single.rule() != null
            ? Explainer.explain(single.rule().condition(), new PolicyScope(subject(), evaluation()))
            : "";
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(single.problems());
    return new PolicyAnswer(
        JsonText.of(json(result, explanation)), result.effect(), result.error(), explanation, all);
  }

  private static ObjectValue json(PolicyResult result, String explanation) {
    if (explanation.isEmpty()) {
      return result.toJson();
    }
    List<Value> lines = explanation.lines().<Value>map(Values::of).toList();
    return result.toJson().with(new PropertyName("explanation"), new ArrayValue(lines));
  }

  private PolicyAnswer through(PolicyObjects objects, List<Diagnostic> diagnostics) {
    PolicyObjects assigned =
        objects.assignments().isEmpty() ? InitiativeAsAssigned.of(objects, given()) : objects;
    AssignmentCompiler.Compiled compiled =
        AssignmentCompiler.compile(assigned, fields, Hierarchy.UNKNOWN, types);
    List<PolicyFinding> findings =
        compiled.evaluation().evaluate(subject(), evaluation(), related());
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(compiled.diagnostics());
    String effect = FindingJson.strongest(findings);
    return new PolicyAnswer(
        JsonText.of(FindingJson.result(effect, findings)), effect, null, "", all);
  }

  private Subject subject() {
    ObjectValue request = object(context().get("requestContext"));
    Value version = request.get("apiVersion");
    return new Subject(
        object(Values.of(question.resource().root())),
        version instanceof StringValue text ? text.text() : null);
  }

  private EvaluationContext evaluation() {
    ObjectValue context = context();
    Value now = context.get("utcNow");
    return new EvaluationContext(
        objectOrNull(context.get("subscription")),
        objectOrNull(context.get("resourceGroup")),
        objectOrNull(context.get("requestContext")),
        now instanceof StringValue text ? instant(text.text()) : question.now());
  }

  private java.time.Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      return question.now();
    }
  }

  private RelatedResources related() {
    List<Document> given = question.related();
    if (given == null) {
      return RelatedResources.NOT_TOLD;
    }
    List<Subject> subjects = new ArrayList<>();
    for (Document document : given) {
      Value value = Values.of(document.root());
      List<Value> all = value instanceof ArrayValue array ? array.items() : List.of(value);
      all.forEach(one -> subjects.add(new Subject(object(one), null)));
    }
    return RelatedResources.of(subjects, true);
  }

  private ByName<GivenParameter> given() {
    Document document = question.parameters();
    if (document == null) {
      return ByName.none();
    }
    ObjectValue all = object(Values.of(document.root()));
    ObjectValue inner = all.get("parameters") instanceof ObjectValue own ? own : all;
    List<GivenParameter> given = new ArrayList<>();
    inner
        .toMap()
        .forEach((name, value) ->
            given.add(new GivenParameter(name, plain(value), document.root().in(document.file()))));
    return ByName.of(given, GivenParameter::name);
  }

  /** What stands under {@code value} alone, as in an assignment. */
  private static Value plain(Value value) {
    return value instanceof ObjectValue object
            && object.size() == 1
            && object.names().getFirst().equals("value")
        ? object.at(0)
        : value;
  }

  private ObjectValue context() {
    Document context = question.context();
    return context == null ? ObjectValue.EMPTY : object(Values.of(context.root()));
  }

  private static ObjectValue object(@Nullable Value value) {
    return value instanceof ObjectValue object ? object : ObjectValue.EMPTY;
  }

  private static @Nullable ObjectValue objectOrNull(@Nullable Value value) {
    return value instanceof ObjectValue object ? object : null;
  }
}
