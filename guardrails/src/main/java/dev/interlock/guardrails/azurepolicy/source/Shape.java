package dev.interlock.guardrails.azurepolicy.source;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.guardrails.azurepolicy.reading.Fields;
import dev.interlock.guardrails.azurepolicy.reading.Item;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a piece of JSON is, told by its content. */
enum Shape {
  /** {@code if} and {@code then}, nothing around. */
  RULE,
  /** A policy definition. */
  DEFINITION,
  /** A policy set definition. */
  INITIATIVE,
  /** A policy assignment. */
  ASSIGNMENT,
  /** A policy exemption. */
  EXEMPTION,
  /** A deployment template, or a nested deployment with one. */
  TEMPLATE,
  /** A list, or an object around one. */
  LIST,
  /** A tree of assignments, as Enterprise Policy as Code has them. */
  ASSIGNMENT_TREE,
  /** A list of exemptions, as Enterprise Policy as Code has them. */
  EXEMPTION_LIST,
  /** An archetype of the landing-zone library. */
  ARCHETYPE,
  /** An architecture of the landing-zone library. */
  ARCHITECTURE,
  /** Nothing of Azure Policy. */
  OTHER;

  static final String PREFIX = "microsoft.authorization/policy";

  static Shape of(Node node) {
    return switch (node) {
      case SequenceNode _ -> LIST;
      case ScalarNode _, UnknownNode _ -> OTHER;
      case MappingNode mapping -> of(mapping);
    };
  }

  private static Shape of(MappingNode node) {
    String type = lower(Fields.peek(node, "type", "resourceType"));
    if (type.contains("/")) {
      return typed(type);
    }
    if (Fields.peek(node, "resources") != null && isTemplate(node)) {
      return TEMPLATE;
    }
    Shape object = object(node, Item.body(node));
    return object == OTHER ? around(node) : object;
  }

  /** By the type that a resource says; other resources are nothing of Azure Policy. */
  private static Shape typed(String type) {
    String own = type.endsWith("/versions") ? type.substring(0, type.length() - 9) : type;
    return switch (own) {
      case PREFIX + "definitions" -> DEFINITION;
      case PREFIX + "setdefinitions" -> INITIATIVE;
      case PREFIX + "assignments" -> ASSIGNMENT;
      case PREFIX + "exemptions" -> EXEMPTION;
      case "microsoft.resources/deployments" -> TEMPLATE;
      default -> OTHER;
    };
  }

  private static boolean isTemplate(MappingNode node) {
    return lower(Fields.peek(node, "$schema")).contains("deploymenttemplate.json")
        || Fields.peek(node, "contentVersion") != null;
  }

  private static Shape object(MappingNode node, MappingNode body) {
    if (Fields.peek(body, "policyRule") != null) {
      return DEFINITION;
    }
    if (has(body, SequenceNode.class, "policyDefinitions", "policyDefinition")) {
      return INITIATIVE;
    }
    if (Fields.peek(body, "exemptionCategory") != null) {
      return EXEMPTION;
    }
    if (Fields.peek(node, "nodeName") != null) {
      return ASSIGNMENT_TREE;
    }
    if (Fields.peek(body, "policyDefinitionId") != null) {
      return ASSIGNMENT;
    }
    boolean rule = Fields.peek(node, "if") != null && Fields.peek(node, "then") != null;
    return rule ? RULE : incomplete(body);
  }

  /** A definition without its rule is told from other JSON by keys that only definitions have. */
  private static Shape incomplete(MappingNode body) {
    boolean definition =
        Fields.peek(body, "policyType") != null
            || (Fields.peek(body, "mode") != null && Fields.peek(body, "parameters") != null);
    return definition ? DEFINITION : OTHER;
  }

  private static Shape around(MappingNode node) {
    if (has(node, SequenceNode.class, "exemptions")) {
      return EXEMPTION_LIST;
    }
    if (has(node, SequenceNode.class, "value", "data")) {
      return LIST;
    }
    if (has(node, SequenceNode.class, "management_groups")) {
      return ARCHITECTURE;
    }
    return has(node, SequenceNode.class, "policy_assignments") ? ARCHETYPE : OTHER;
  }

  private static boolean has(MappingNode node, Class<? extends Node> type, String... names) {
    return type.isInstance(Fields.peek(node, names));
  }

  private static String lower(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? scalar.text().toLowerCase(Locale.ROOT) : "";
  }
}
