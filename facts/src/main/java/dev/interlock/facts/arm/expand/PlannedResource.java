package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Secrets;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.place.ResourceName;
import dev.interlock.facts.arm.scope.Planned;
import dev.interlock.facts.arm.scope.TemplateScope;
import dev.interlock.facts.arm.template.Keys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One resource of a deployment: one iteration where it is in a loop. */
final class PlannedResource implements Planned {

  /** Stands in an id for a name that nobody knows. */
  static final String NOT_KNOWN = "(unknown)";

  private static final String DEPLOYMENTS = "Microsoft.Resources/deployments";

  private final TemplateDeployment deployment;
  private final MappingNode node;
  private final @Nullable String symbol;
  private final @Nullable String loop;
  private final @Nullable PlannedResource parent;
  private final TemplateScope scope;
  private ResourceName resource = new ResourceName("", "");
  private Value name = Values.of("");
  private ResourceScope there;
  private String id = "";
  private boolean absent;
  private @Nullable String maybe;
  private @Nullable ObjectValue body;
  private boolean evaluating;
  private @Nullable TemplateDeployment nested;
  private boolean lookedForNested;

  /**
   * Not yet identified.
   *
   * @param symbol its symbolic name; null in templates without
   * @param loop the name of the loop that it is in; null when it is in none
   * @param parent the resource that it is written in; null when it stands alone
   */
  PlannedResource(
      TemplateDeployment deployment,
      MappingNode node,
      @Nullable String symbol,
      @Nullable String loop,
      @Nullable PlannedResource parent,
      TemplateScope scope) {
    this.deployment = deployment;
    this.node = node;
    this.symbol = symbol;
    this.loop = loop;
    this.parent = parent;
    this.scope = scope;
    this.there = ResourceScope.of(deployment.place());
  }

  /** Evaluates whether it is deployed, and what it is called. */
  void identify() {
    WrittenCondition condition = WrittenCondition.of(this);
    absent = condition.isFalse();
    maybe = condition.unknown() == null ? maybe : condition.unknown();
    if (isForeign()) {
      resource = new ResourceName(text("type"), symbol == null ? "" : symbol);
    } else if (absent) {
      deployment.expansion().run().quietly(this::name);
    } else {
      name();
    }
  }

  private void name() {
    Node written = Keys.get(node, "name");
    name = written == null ? Values.of("") : evaluate(written);
    String type = text("type");
    if (name.isSecret()) {
      name = Secrets.UNKNOWN;
    }
    String text = name instanceof StringValue known ? known.text() : NOT_KNOWN;
    ChildName child = new ChildName(parent, type, text);
    resource = child.resource(name instanceof UnknownValue);
    there = ResourceScope.of(deployment.place(), this, child.isExtension() ? parent : null);
    if (type.isEmpty() || written == null || !resource.isWhole()) {
      deployment.problem(
          Problem.RESOURCE,
          written == null ? node : written,
          "the type '"
              + type
              + "' and the name '"
              + text
              + "' of a resource don't belong together");
    }
    id = there.id(resource);
    if (!absent && !isExisting() && resource.isResourceGroup()) {
      deployment.expansion().group(this);
    }
  }

  /**
   * Hands over what it deploys: itself, or what is in it where it is a deployment.
   *
   * @param around why nobody knows whether what it is in is deployed; null when it is
   */
  void expand(BiConsumer<PlannedResource, @Nullable String> sink, @Nullable String around) {
    if (absent || isExisting()) {
      return;
    }
    if (isForeign()) {
      deployment.problem(Problem.FOREIGN, node, resource.type() + " is no resource of Azure");
      return;
    }
    TemplateDeployment inner = isDeployment() ? nested() : null;
    String why = maybe == null ? around : maybe;
    if (inner == null) {
      sink.accept(this, why);
    } else {
      inner.check();
      inner.expand(sink, why);
    }
  }

  /** The deployment that it is; null when its template is not here. */
  @Nullable TemplateDeployment nested() {
    if (!lookedForNested) {
      lookedForNested = true;
      nested = new NestedTemplates(this).deployment();
    }
    return nested;
  }

  /** True when nothing unknown decides whether it is made, or under which id. */
  boolean isMadeForSure() {
    return !absent
        && maybe == null
        && !isExisting()
        && !isForeign()
        && name.isKnown()
        && !id.contains(NOT_KNOWN);
  }

  /** What it is called in messages. */
  String words() {
    return resource.type() + " '" + Shortened.of(resource.name()) + "'";
  }

  /** True for a deployment. */
  boolean isDeployment() {
    return resource.type().equalsIgnoreCase(DEPLOYMENTS);
  }

  /** True for what is there already. */
  boolean isExisting() {
    return Keys.isTrue(node, "existing");
  }

  /** Notes that how many of its loop there are is not known. */
  void isOneOfSome(String reason) {
    maybe = reason;
  }

  @Override
  public @Nullable String maybe() {
    return maybe;
  }

  /** True for what an extension of Bicep makes elsewhere, such as in Microsoft Graph. */
  boolean isForeign() {
    return Keys.get(node, "import") != null || Keys.get(node, "extension") != null;
  }

  /** True when its condition keeps it from being deployed. */
  boolean isAbsent() {
    return absent;
  }

  /** What was written, evaluated, but for what tells how it is deployed. */
  ObjectValue body() {
    ObjectValue known = body;
    if (known != null) {
      return known;
    }
    if (evaluating || deployment.expansion().run().isDeep()) {
      return ObjectValue.EMPTY;
    }
    evaluating = true;
    Map<String, Value> properties = new LinkedHashMap<>();
    for (MappingNode.Entry entry : node.entries()) {
      if (!ResourceBody.isOfDeployment(entry.key())) {
        properties.put(entry.key(), property(entry));
      }
    }
    evaluating = false;
    known = ObjectValue.of(properties);
    body = known;
    return known;
  }

  private Value property(MappingNode.Entry entry) {
    return isDeployment() && entry.key().equalsIgnoreCase("properties")
        ? new UnknownValue("its template is not here")
        : evaluate(entry.value());
  }

  /** The value of something in it. */
  Value evaluate(Node written) {
    return deployment.evaluates().value(written, scope);
  }

  /** The text under a key of it; empty where there is none that is known. */
  String text(String key) {
    Node written = Keys.get(node, key);
    return written == null ? "" : deployment.evaluates().textOf(written, scope);
  }

  /** True for this symbolic name; in loops the number of the iteration follows in brackets. */
  boolean isCalled(String wanted) {
    if (symbol == null || !wanted.regionMatches(true, 0, symbol, 0, symbol.length())) {
      return false;
    }
    String rest = wanted.substring(symbol.length());
    return rest.isEmpty() || (loop != null && rest.equals("[" + index() + "]"));
  }

  /** True for the symbolic name or the name of its loop. */
  boolean isOf(String wanted) {
    return wanted.equalsIgnoreCase(symbol) || wanted.equalsIgnoreCase(loop);
  }

  /** True for its name, whole or the last part, and for its types and names in pairs. */
  boolean hasName(String wanted) {
    return resource.isCalled(wanted);
  }

  /** What it is written in; null when it stands alone. */
  @Nullable PlannedResource parent() {
    return parent;
  }

  private int index() {
    return scope.loop() == null ? 0 : scope.loop().index();
  }

  TemplateDeployment deployment() {
    return deployment;
  }

  MappingNode node() {
    return node;
  }

  TemplateScope scope() {
    return scope;
  }

  /** Its type and name as the template has them, whole. */
  ResourceName resource() {
    return resource;
  }

  /** Its name as it was evaluated. */
  Value givenName() {
    return name;
  }

  /** What it is deployed to. */
  ResourceScope there() {
    return there;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Value info() {
    Map<String, Value> told = new LinkedHashMap<>();
    told.put("id", Values.of(id));
    told.put("name", name.isKnown() ? Values.of(resource.name()) : name);
    told.put("type", Values.of(resource.type()));
    told.put("apiVersion", Values.of(text("apiVersion")));
    return ObjectValue.of(told);
  }

  @Override
  public Value answer(boolean full) {
    return new Answer(this).told(full);
  }
}
