package dev.interlock.facts;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.finding.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What a template would deploy.
 *
 * @param resources in the order of the template, those of nested deployments in their place
 * @param outputs values by name; secure ones are unknown
 * @param expression the value of the expression that was asked for
 * @param diagnostics what is wrong with it, and what nobody can know
 */
public record TemplateExpansion(
    List<Resource> resources,
    MappingNode outputs,
    Optional<Node> expression,
    List<Diagnostic> diagnostics) {

  public TemplateExpansion {
    resources = List.copyOf(resources);
    diagnostics = List.copyOf(diagnostics);
  }
}
