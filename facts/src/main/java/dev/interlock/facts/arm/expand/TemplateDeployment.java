package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.FunctionTable;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.function.TemplateFunctions;
import dev.interlock.facts.arm.place.Place;
import dev.interlock.facts.arm.scope.Deployment;
import dev.interlock.facts.arm.scope.Surroundings;
import dev.interlock.facts.arm.scope.TemplateScope;
import dev.interlock.facts.arm.template.Keys;
import dev.interlock.facts.arm.template.Template;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A deployment of a template: the whole, or one that is nested in another. */
public final class TemplateDeployment implements Deployment {

  private static final int DEEPEST = 20;

  /** A deployment is as much work as so many calls, whatever is in it. */
  private static final int WORK = 500;

  private final Expansion expansion;
  private final Template template;
  private final Situation situation;
  private final Evaluator evaluator;
  private final ParameterValues parameters;
  private final VariableValues variables;
  private final Surroundings surroundings;
  private final TemplateScope scope;
  private final List<PlannedResource> inner = new ArrayList<>();
  private @Nullable List<PlannedResource> resources;
  private @Nullable ObjectValue outputs;
  private boolean askedForOutputs;
  private final Set<String> none = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  private TemplateDeployment(
      Expansion expansion,
      Template template,
      Situation situation,
      GivenValues given,
      @Nullable TemplateScope outer) {
    this.expansion = expansion;
    this.template = template;
    this.situation = situation;
    this.evaluator = evaluator();
    this.parameters = new ParameterValues(template, evaluator, expansion.run(), given);
    this.variables = new VariableValues(template.section("variables"), evaluator, expansion.run());
    this.surroundings =
        new Surroundings(
            expansion.target().tenant(),
            situation.locality().location(),
            situation.locality().tags(),
            expansion.target().now(),
            message -> expansion.run().problem(Problem.FUNCTION, evaluator.here(), message));
    this.scope = outer == null ? TemplateScope.of(this) : outer;
  }

  /** The deployment that everything begins with. */
  static TemplateDeployment outermost(
      Expansion expansion, Template template, Place place, Map<String, Given> given) {
    Locality locality = Locality.of(expansion.target(), place.level());
    String name = name(expansion.target().deploymentName(), template.file());
    Situation situation = new Situation(name, place, locality, 0);
    return new TemplateDeployment(expansion, template, situation, GivenValues.of(given), null);
  }

  /** Azure's tools name a deployment like the file of its template. */
  private static String name(String told, String file) {
    String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    String stem = last.indexOf('.') > 0 ? last.substring(0, last.indexOf('.')) : last;
    return told.isEmpty() ? stem : told;
  }

  /**
   * A deployment in this one; null when it is in too many others.
   *
   * @param outer what its expressions ask: this one's scope; null when they ask their own
   */
  @Nullable TemplateDeployment nested(
      Template other, PlannedResource resource, GivenValues given, @Nullable TemplateScope outer) {
    if (situation.depth() == DEEPEST) {
      String message = "deployments are nested more than " + DEEPEST + " deep";
      problem(Problem.TOO_MUCH, resource.node(), message);
      return null;
    }
    Situation inner =
        new Situation(
            resource.resource().name(),
            resource.there().place(),
            Locality.of(resource),
            situation.depth() + 1);
    return new TemplateDeployment(expansion, other, inner, given, outer);
  }

  private Evaluator evaluator() {
    expansion.run().spend(WORK);
    List<UserFunction> own = UserFunctions.of(template, this::ownEvaluator);
    FunctionTable<TemplateScope> all = TemplateFunctions.table();
    return new Evaluator(template.file(), expansion.run(), own.isEmpty() ? all : all.with(own));
  }

  private Evaluator ownEvaluator() {
    return evaluator;
  }

  /** Looks at the parameters. */
  void check() {
    if (scope.deployment() == this) {
      parameters.check(scope);
    }
  }

  /**
   * Hands over what it deploys, in the order of the template, each with the reason why nobody knows
   * whether it is deployed.
   *
   * @param around that reason for the whole deployment; null when it is deployed
   */
  void expand(BiConsumer<PlannedResource, @Nullable String> sink, @Nullable String around) {
    for (PlannedResource resource : resources()) {
      resource.expand(sink, around);
    }
  }

  /** Its resources, each iteration of a loop on its own, those that exist already among them. */
  List<PlannedResource> resources() {
    List<PlannedResource> known = resources;
    if (known == null) {
      known = new ArrayList<>();
      resources = known;
      Sections.check(template, expansion.run());
      new ResourceLoops(this, known).read(template.resources());
      if (scope.deployment() instanceof TemplateDeployment asked && asked != this) {
        asked.inner.addAll(known);
      }
    }
    return known;
  }

  /** Notes that a loop makes nothing. */
  void noneOf(@Nullable String loop) {
    if (loop != null && !loop.isEmpty()) {
      none.add(loop);
    }
  }

  /** True for the name or symbolic name of a loop that makes nothing. */
  boolean isNone(String loop) {
    return none.contains(loop);
  }

  /** What it gives back: values by name, with their types around them. */
  ObjectValue outputs() {
    ObjectValue known = outputs;
    if (known != null) {
      return known;
    }
    if (askedForOutputs) {
      throw new ExpressionException("the outputs of '" + name() + "' ask for themselves");
    }
    askedForOutputs = true;
    known = new Outputs(template, evaluator, expansion.run()).of(scope);
    askedForOutputs = false;
    outputs = known;
    return known;
  }

  /** What is told of where it puts its resources. */
  Locality locality() {
    return situation.locality();
  }

  /** What expressions outside of loops ask. */
  TemplateScope scope() {
    return scope;
  }

  Evaluator evaluates() {
    return evaluator;
  }

  Expansion expansion() {
    return expansion;
  }

  Template template() {
    return template;
  }

  @Override
  public String name() {
    return situation.name();
  }

  @Override
  public Place place() {
    return situation.place();
  }

  @Override
  public Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public Value parameter(String parameter) {
    return parameters.value(parameter, TemplateScope.of(this));
  }

  @Override
  public Value variable(String variable) {
    return variables.value(variable, TemplateScope.of(this));
  }

  @Override
  public Value described() {
    Map<String, Value> told = new LinkedHashMap<>();
    told.put("name", Values.of(name()));
    told.put("location", surroundings.location());
    told.put("properties", properties());
    return ObjectValue.of(told);
  }

  private ObjectValue properties() {
    UnknownValue later = new UnknownValue("it is known only when it is deployed");
    Map<String, Value> told = new LinkedHashMap<>();
    told.put("templateLink", later);
    MappingNode root = template.root();
    told.put(
        "template",
        ObjectValue.of(
            Map.of(
                "$schema", Values.of(Keys.text(root, "$schema")),
                "contentVersion", Values.of(Keys.text(root, "contentVersion")))));
    told.put("templateHash", later);
    told.put("parameters", later);
    told.put("mode", Values.of("Incremental"));
    told.put("provisioningState", Values.of("Accepted"));
    return ObjectValue.of(told);
  }

  @Override
  public @Nullable PlannedResource find(String nameOrId) {
    PlannedResource found = Lookup.find(this, nameOrId);
    return found == null ? Lookup.find(inner, nameOrId) : found;
  }

  @Override
  public List<dev.interlock.facts.arm.scope.Planned> all(String symbol) {
    return Lookup.all(this, symbol).stream()
        .filter(resource -> !resource.isAbsent())
        .map(dev.interlock.facts.arm.scope.Planned.class::cast)
        .toList();
  }

  /** Notes a problem in this template. */
  void problem(Problem problem, Node node, String message) {
    expansion.run().problem(problem, template.file(), node, message);
  }

  /** The place of a node of this template. */
  SourceRef source(Node node) {
    return node.in(template.file());
  }
}
