package dev.interlock.guardrails.azurepolicy.source;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.guardrails.azurepolicy.model.PolicyDefinition;
import dev.interlock.guardrails.azurepolicy.reading.AssignmentReading;
import dev.interlock.guardrails.azurepolicy.reading.DefinitionReading;
import dev.interlock.guardrails.azurepolicy.reading.Escapes;
import dev.interlock.guardrails.azurepolicy.reading.ExemptionReading;
import dev.interlock.guardrails.azurepolicy.reading.Fields;
import dev.interlock.guardrails.azurepolicy.reading.InitiativeReading;
import dev.interlock.guardrails.azurepolicy.reading.Item;
import dev.interlock.guardrails.azurepolicy.reading.Layout;
import dev.interlock.guardrails.azurepolicy.reading.PolicyCode;
import dev.interlock.guardrails.azurepolicy.reading.Problems;
import java.util.List;

/** Goes down into a document to the objects of Azure Policy in it. */
final class Walk {

  private final String file;
  private final Problems problems;
  private final Gathered gathered;

  Walk(String file, Problems problems, Gathered gathered) {
    this.file = file;
    this.problems = problems;
    this.gathered = gathered;
  }

  /**
   * Takes what is in a node.
   *
   * @param name of an object that says none
   */
  void take(Node node, Layout layout, String name) {
    Shape shape = Shape.of(node);
    switch (node) {
      case SequenceNode list -> elements(list.items(), layout, name);
      case MappingNode mapping -> take(shape, mapping, layout, name);
      default -> {}
    }
  }

  private void take(Shape shape, MappingNode node, Layout layout, String name) {
    switch (shape) {
      case RULE ->
          gathered.add(DefinitionReading.bare(node, new Fields(node, file, problems), name));
      case DEFINITION -> definition(node, layout, name);
      case INITIATIVE -> gathered.add(InitiativeReading.read(item(node, layout, name)));
      case ASSIGNMENT -> gathered.add(AssignmentReading.read(item(node, layout, name)));
      case EXEMPTION -> gathered.add(ExemptionReading.read(item(node, layout, name)));
      case TEMPLATE -> template(node, name);
      case LIST -> {
        if (Fields.peek(node, "value", "data") instanceof SequenceNode list) {
          elements(list.items(), layout, name);
        }
      }
      case ASSIGNMENT_TREE ->
          new AssignmentTree(file, problems).read(node).forEach(gathered::addOfTree);
      case EXEMPTION_LIST ->
          new ExemptionList(file, problems).read(node, name).forEach(gathered::add);
      case ARCHETYPE, ARCHITECTURE, OTHER -> {}
    }
  }

  private void definition(MappingNode node, Layout layout, String name) {
    int before = problems.errors();
    if (layout == Layout.TEMPLATE
        && Fields.peek(Item.body(node), "policyRule") instanceof MappingNode rule) {
      Escapes.tellExpressions(rule, file, problems);
    }
    PolicyDefinition definition = DefinitionReading.read(item(node, layout, name));
    gathered.add(problems.errors() == before ? definition : null);
  }

  /** The values of an assignment are unescaped one by one: an expression among them is unknown. */
  private Item item(MappingNode node, Layout layout, String name) {
    boolean assignment = Shape.of(node) == Shape.ASSIGNMENT;
    boolean written = Fields.peek(node, "apiVersion") != null && Escapes.isEscaped(node);
    boolean undo = !assignment && (layout == Layout.TEMPLATE || written);
    MappingNode single = undo && Escapes.undo(node) instanceof MappingNode undone ? undone : node;
    return Item.of(single, file, problems, layout, name);
  }

  private void elements(List<Node> items, Layout layout, String name) {
    for (int i = 0; i < items.size(); i++) {
      Node element = items.get(i);
      if (Shape.of(element) == Shape.OTHER) {
        problems.add(
            PolicyCode.POL003.warning(
                element.in(file),
                "this is no policy definition, initiative, assignment or exemption",
                "remove it, or complete it"));
      } else {
        take(element, layout, items.size() == 1 ? name : name + "-" + (i + 1));
      }
    }
  }

  /** The resources of a template; of those that are no policy objects, the ones inside them. */
  private void template(MappingNode node, String name) {
    MappingNode body = Item.body(node);
    MappingNode template =
        Fields.peek(body, "template") instanceof MappingNode inner ? inner : node;
    resources(template, name);
  }

  private void resources(MappingNode around, String name) {
    List<Node> resources =
        switch (Fields.peek(around, "resources")) {
          case SequenceNode list -> list.items();
          case MappingNode named -> named.entries().stream().map(MappingNode.Entry::value).toList();
          case null, default -> List.of();
        };
    for (int i = 0; i < resources.size(); i++) {
      Node resource = resources.get(i);
      String own = name + "-" + (i + 1);
      if (Shape.of(resource) == Shape.OTHER && resource instanceof MappingNode other) {
        resources(other, own);
      } else {
        take(resource, Layout.TEMPLATE, own);
      }
    }
  }
}
