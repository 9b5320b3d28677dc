package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.scope.TemplateScope;
import dev.interlock.facts.arm.template.Keys;
import dev.interlock.facts.arm.template.Template;
import dev.interlock.finding.SourceRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deployments within deployments: their template stands in them, or in a file of its own.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/linked-templates">Linked
 *     and nested templates</a>
 */
final class NestedTemplates {

  private final PlannedResource resource;
  private final Node properties;

  NestedTemplates(PlannedResource resource) {
    this.resource = resource;
    this.properties = Keys.mapping(resource.node(), "properties");
  }

  /** The deployment; null when its template is not here, which is told. */
  @Nullable TemplateDeployment deployment() {
    Optional<Template> template = template();
    if (template.isEmpty()) {
      return null;
    }
    boolean inner = isLinked() || isInner();
    TemplateScope outer = inner ? null : resource.scope();
    return resource
        .deployment()
        .nested(
            template.get(),
            resource.resource().name(),
            resource.there().place(),
            inner ? given() : Map.of(),
            outer);
  }

  private boolean isLinked() {
    return !(Keys.get(properties, "template") instanceof MappingNode);
  }

  /** In the second version of the language expressions ask what they stand in. */
  private boolean isInner() {
    Node options = Keys.mapping(properties, "expressionEvaluationOptions");
    return resource.deployment().template().isSecondVersion()
        || Keys.text(options, "scope").equalsIgnoreCase("inner");
  }

  private Optional<Template> template() {
    String file = resource.deployment().template().file();
    if (Keys.get(properties, "template") instanceof MappingNode inline) {
      return Optional.of(new Template(file, inline));
    }
    Node link = Keys.get(properties, "templateLink");
    Value value = link == null ? new UnknownValue("no template is written") : evaluated(link);
    Optional<Template> found =
        value instanceof ObjectValue object
            ? resource.deployment().expansion().linked(file, path(object))
            : Optional.empty();
    if (found.isEmpty()) {
      resource
          .deployment()
          .problem(
              Problem.LINKED,
              link == null ? resource.node() : link,
              "the template of this deployment is not here: " + words(value));
    }
    return found;
  }

  private static String words(Value link) {
    return switch (link) {
      case ObjectValue object when !path(object).isEmpty() -> path(object);
      case UnknownValue unknown -> unknown.reason();
      default -> "where it is can't be known here";
    };
  }

  private static String path(ObjectValue link) {
    for (String key : new String[] {"relativePath", "uri"}) {
      if (link.get(key) instanceof StringValue text) {
        return text.text();
      }
    }
    return "";
  }

  private Value evaluated(Node node) {
    return resource.evaluate(node);
  }

  private Map<String, Given> given() {
    Map<String, Given> given = new LinkedHashMap<>();
    Node parameters = Keys.get(properties, "parameters");
    if (parameters != null && evaluated(parameters) instanceof ObjectValue all) {
      SourceRef source = resource.deployment().source(parameters);
      for (String name : all.names()) {
        Node written = Keys.get(parameters, name);
        SourceRef place = written == null ? source : resource.deployment().source(written);
        Value around = all.get(name);
        Value value = around instanceof ObjectValue object ? value(object) : null;
        if (value != null) {
          given.put(name, new Given(value, place));
        }
      }
    }
    return given;
  }

  private static @Nullable Value value(ObjectValue around) {
    return around.get("reference") == null
        ? around.get("value")
        : new UnknownValue("its value is kept in a key vault");
  }
}
