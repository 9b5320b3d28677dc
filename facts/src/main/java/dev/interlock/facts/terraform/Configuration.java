package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.NodePath;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.terraform.Planned.ModuleStep;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of a plan that tells how the configuration is written: what refers to what. */
final class Configuration {

  private final MappingNode root;
  private final MappingNode providers;
  private final MappingNode variables;
  private final IdentityHashMap<MappingNode, Map<String, MappingNode>> resources =
      new IdentityHashMap<>();
  private final Map<List<String>, MappingNode> modules = new HashMap<>();

  Configuration(MappingNode plan) {
    MappingNode configuration = Nodes.mapping(plan, "configuration");
    this.root = Nodes.mapping(configuration, "root_module");
    this.providers = Nodes.mapping(configuration, "provider_config");
    this.variables = Nodes.mapping(plan, "variables");
  }

  /** What is written for an attribute of a resource; null when nobody can tell. */
  @Nullable MappingNode expression(Planned planned, List<Object> path) {
    MappingNode resource = resource(planned);
    Node node = resource == null ? null : resource.get("expressions");
    Node value = planned.values();
    for (Object step : path) {
      value = value == null ? null : new NodePath(List.of(step)).find(value);
      node = child(node, step, value);
    }
    return node instanceof MappingNode mapping ? mapping : null;
  }

  private static @Nullable Node child(@Nullable Node node, Object step, @Nullable Node value) {
    return switch (node) {
      case MappingNode mapping when step instanceof String key -> mapping.get(key);
      case MappingNode mapping when Integer.valueOf(0).equals(step) -> mapping;
      case SequenceNode list when step instanceof Integer index -> block(list, index, value);
      case null, default -> null;
    };
  }

  /** Blocks may be listed in another order than written; names tell which is which. */
  private static @Nullable Node block(SequenceNode list, int index, @Nullable Node value) {
    if (list.items().size() == 1) {
      return index == 0 ? list.items().getFirst() : null;
    }
    String name = value instanceof MappingNode block ? block.text("name") : null;
    return list.items().stream()
        .filter(item -> item instanceof MappingNode written && isNamed(written, name))
        .findFirst()
        .orElse(null);
  }

  private static boolean isNamed(MappingNode written, @Nullable String name) {
    return name != null && name.equals(Nodes.mapping(written, "name").text("constant_value"));
  }

  private @Nullable MappingNode resource(Planned planned) {
    MappingNode module = module(planned.module());
    return resources.computeIfAbsent(module, Configuration::byAddress).get(planned.local());
  }

  private static Map<String, MappingNode> byAddress(MappingNode module) {
    Map<String, MappingNode> all = new HashMap<>();
    for (Node resource : Nodes.items(module, "resources")) {
      if (resource instanceof MappingNode mapping && mapping.text("address") != null) {
        all.putIfAbsent(Nodes.text(mapping, "address"), mapping);
      }
    }
    return all;
  }

  /** How a module is written. */
  private MappingNode module(List<ModuleStep> steps) {
    List<String> names = steps.stream().map(ModuleStep::name).toList();
    MappingNode known = modules.get(names);
    if (known == null) {
      known = root;
      for (String name : names) {
        known = Nodes.mapping(Nodes.mapping(Nodes.mapping(known, "module_calls"), name), "module");
      }
      modules.put(names, known);
    }
    return known;
  }

  /** What a module is given for a variable by the module around it. */
  @Nullable Node given(List<ModuleStep> module, String variable) {
    MappingNode around = module(module.subList(0, module.size() - 1));
    MappingNode call =
        Nodes.mapping(Nodes.mapping(around, "module_calls"), module.getLast().name());
    return Nodes.mapping(call, "expressions").get(variable);
  }

  /** What a module gives as an output. */
  @Nullable Node output(List<ModuleStep> module, String output) {
    return Nodes.mapping(Nodes.mapping(module(module), "outputs"), output).get("expression");
  }

  /** The subscription that the provider of a resource works on; empty when nobody says it. */
  String subscription(Planned planned) {
    MappingNode resource = resource(planned);
    String key = resource == null ? "" : Nodes.text(resource, "provider_config_key");
    String written = subscription(key);
    return written.isEmpty() ? subscription("azurerm") : written;
  }

  private String subscription(String provider) {
    MappingNode expressions = Nodes.mapping(Nodes.mapping(providers, provider), "expressions");
    MappingNode expression = Nodes.mapping(expressions, "subscription_id");
    String constant = expression.text("constant_value");
    if (constant != null) {
      return constant;
    }
    for (String reference : Nodes.texts(expression, "references")) {
      if (reference.startsWith("var.")) {
        Node value = Nodes.mapping(variables, reference.substring(4)).get("value");
        return value instanceof ScalarNode text && text.value() != null ? text.text() : "";
      }
    }
    return "";
  }
}
