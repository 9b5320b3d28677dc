package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.facts.arm.scope.TemplateScope;
import dev.interlock.facts.arm.template.Keys;
import dev.interlock.facts.arm.template.Template;
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
            resource,
            inner ? NestedParameters.of(resource) : GivenValues.of(Map.of()),
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
    LinkedFile linked =
        link == null
            ? new LinkedFile("", "no template is written")
            : LinkedFile.of(resource.evaluate(link));
    Optional<Template> found = resource.deployment().expansion().linked(file, linked.path());
    if (found.isEmpty()) {
      String message = "the template of this deployment is not here: " + linked.shown();
      resource.deployment().problem(Problem.LINKED, link == null ? resource.node() : link, message);
    }
    return found;
  }
}
