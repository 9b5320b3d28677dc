package dev.interlock.guardrails;

import dev.interlock.document.Document;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.JsonText;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.PropertyName;
import dev.interlock.expression.Secrets;
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
import dev.interlock.guardrails.azurepolicy.evaluation.GivenContext;
import dev.interlock.guardrails.azurepolicy.evaluation.PolicyResult;
import dev.interlock.guardrails.azurepolicy.evaluation.SecretProperties;
import dev.interlock.guardrails.azurepolicy.evaluation.SinglePolicy;
import dev.interlock.guardrails.azurepolicy.field.Fields;
import dev.interlock.guardrails.azurepolicy.model.ByName;
import dev.interlock.guardrails.azurepolicy.model.GivenParameter;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import dev.interlock.guardrails.azurepolicy.parameter.PlainParameters;
import dev.interlock.guardrails.azurepolicy.rule.EvaluationContext;
import dev.interlock.guardrails.azurepolicy.rule.PolicyScope;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import dev.interlock.guardrails.azurepolicy.source.PolicyReader;
import dev.interlock.guardrails.azurepolicy.source.PolicyReading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates Microsoft's policy language without Azure: one definition, or an initiative or
 * assignment with its definitions, on one resource.
 */
public final class AzurePolicy {

  private final PolicyQuestion question;
  private final Fields fields;
  private final ResourceTypes types = ResourceTypes.shipped();
  private final Instant now;

  private AzurePolicy(PolicyQuestion question, Instant now) {
    this.question = question;
    this.now = now;
    this.fields = new Fields(question.aliases().table());
  }

  /**
   * Answers a question.
   *
   * @param explain whether to draw the conditions of a single definition
   */
  public static PolicyAnswer evaluate(PolicyQuestion question, boolean explain) {
    Document context = question.context();
    Value given = context == null ? ObjectValue.EMPTY : Values.of(context.root());
    String utcNow = new GivenContext(object(given)).utcNow();
    List<Diagnostic> shapes = QuestionShape.problems(question);
    if (!shapes.isEmpty()) {
      return broken(shapes);
    }
    if (context == null || utcNow == null) {
      return new AzurePolicy(question, question.now()).answer(explain);
    }
    try {
      Instant now = OffsetDateTime.parse(utcNow).toInstant();
      return new AzurePolicy(question, now).answer(explain);
    } catch (DateTimeException _) {
      return broken(
          List.of(
              Diagnostic.error(
                  "POL062",
                  context.root().in(context.file()),
                  "utcNow: \"" + utcNow + "\" is no instant with an offset",
                  "write it as 2026-11-22T08:00:00Z")));
    }
  }

  private PolicyAnswer answer(boolean explain) {
    PolicyReader reader = new PolicyReader();
    question.policies().forEach(d -> reader.node(d.root(), d.file(), "policy"));
    PolicyReading reading = reader.finish();
    PolicyObjects objects = reading.objects();
    if (objects.assignments().isEmpty() && objects.initiatives().isEmpty()) {
      return objects.definitions().size() == 1
          ? single(objects, reading.diagnostics(), explain)
          : notOne(reading.diagnostics(), objects.definitions().size());
    }
    return through(objects, reading.diagnostics());
  }

  /** Where nothing else is wrong, it is the number of definitions. */
  private PolicyAnswer notOne(List<Diagnostic> diagnostics, int definitions) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    if (all.stream().noneMatch(Diagnostic::isError)) {
      all.add(QuestionShape.notOne(question, definitions));
    }
    return broken(all);
  }

  private static PolicyAnswer broken(List<Diagnostic> diagnostics) {
    String error =
        diagnostics.stream()
            .filter(Diagnostic::isError)
            .findFirst()
            .map(Diagnostic::message)
            .orElseThrow();
    PolicyResult result = PolicyResult.broken(error);
    return new PolicyAnswer(JsonText.of(result.toJson()), result.effect(), error, "", diagnostics);
  }

  private PolicyAnswer single(
      PolicyObjects objects, List<Diagnostic> diagnostics, boolean explain) {
    SinglePolicy single =
        SinglePolicy.of(
            objects.definitions().getFirst(), given(), fields, context().policy(), types);
    PolicyResult result = single.evaluate(subject(), evaluation(), related());
    String explanation =
        explain && single.rule() != null
            ? Explainer.explain(single.rule().condition(), new PolicyScope(subject(), evaluation()))
            : "";
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(single.problems());
    return new PolicyAnswer(
        shown(json(result, explanation)), result.effect(), result.error(), explanation, all);
  }

  private static String shown(ObjectValue json) {
    return JsonText.of(Secrets.hidden(json));
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
    return new PolicyAnswer(shown(FindingJson.result(effect, findings)), effect, null, "", all);
  }

  private Subject subject() {
    return context()
        .subject(SecretProperties.marked(object(Values.of(question.resource().root()))));
  }

  private EvaluationContext evaluation() {
    return context().at(now);
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
      all.forEach(one -> subjects.add(new Subject(SecretProperties.marked(object(one)), null)));
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
    return PlainParameters.of(inner, document.root().in(document.file()));
  }

  private GivenContext context() {
    Document context = question.context();
    return new GivenContext(
        context == null ? ObjectValue.EMPTY : object(Values.of(context.root())));
  }

  private static ObjectValue object(Value value) {
    return value instanceof ObjectValue object ? object : ObjectValue.EMPTY;
  }
}
