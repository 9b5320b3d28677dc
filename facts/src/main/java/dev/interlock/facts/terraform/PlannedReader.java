package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.NodePath;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.reading.Problem;
import dev.interlock.facts.terraform.Planned.ModuleStep;
import dev.interlock.finding.Diagnostic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resources that a plan or a state lists; data sources are none. */
final class PlannedReader {

  private static final int MOST_TOLD = 20;

  private final String file;
  private final List<Planned> found = new ArrayList<>();
  private final List<Diagnostic> wrong = new ArrayList<>();

  PlannedReader(String file) {
    this.file = file;
  }

  List<Planned> found() {
    return found;
  }

  List<Diagnostic> wrong() {
    return wrong;
  }

  /** The elements of resource_changes. */
  void changes(List<Node> changes) {
    for (Node change : changes) {
      if (change instanceof MappingNode mapping && isShaped(mapping)) {
        change(mapping);
      } else {
        wrong(change, "this change has no type and no change");
      }
    }
  }

  private static boolean isShaped(MappingNode change) {
    return change.text("type") != null && change.get("change") instanceof MappingNode;
  }

  private void change(MappingNode element) {
    MappingNode change = Nodes.mapping(element, "change");
    List<String> actions = Nodes.texts(change, "actions");
    if (isData(element)) {
      return;
    }
    MappingNode values = values(change, actions);
    Node before = change.get("before");
    boolean deleted =
        before instanceof MappingNode && !(change.get("after") instanceof MappingNode);
    Node unknown = deleted ? null : change.get("after_unknown");
    Node sensitive = change.get(deleted ? "before_sensitive" : "after_sensitive");
    if (!deleted && (Nodes.isTrue(unknown) || Nodes.isTrue(sensitive))) {
      wrong(
          element,
          "nothing is told of " + Nodes.text(element, "address") + ", so it is not judged");
      return;
    }
    found.add(planned(element, Merged.of(values, unknown, sensitive), actions));
  }

  private static MappingNode values(MappingNode change, List<String> actions) {
    Node after = change.get("after");
    Node values = after instanceof MappingNode || !actions.contains("delete") ? after : null;
    Node or = values == null ? change.get("before") : values;
    return or instanceof MappingNode mapping
        ? mapping
        : new MappingNode(List.of(), change.line(), change.column());
  }

  /** A module of a state with everything below it. */
  void state(MappingNode root) {
    Deque<MappingNode> modules = new ArrayDeque<>(List.of(root));
    while (!modules.isEmpty()) {
      MappingNode module = modules.pop();
      for (Node resource : Nodes.items(module, "resources")) {
        if (resource instanceof MappingNode mapping && mapping.text("type") != null) {
          resource(mapping);
        } else {
          wrong(resource, "this resource has no type");
        }
      }
      for (Node child : Nodes.items(module, "child_modules").reversed()) {
        if (child instanceof MappingNode mapping) {
          modules.push(mapping);
        }
      }
    }
  }

  private void resource(MappingNode element) {
    if (!isData(element)) {
      MappingNode values = Nodes.mapping(element, "values");
      Node sensitive = element.get("sensitive_values");
      found.add(planned(element, Merged.of(values, null, sensitive), List.of()));
    }
  }

  private static boolean isData(MappingNode element) {
    return "data".equals(element.text("mode"))
        || (element.text("mode") == null && Nodes.text(element, "address").startsWith("data."));
  }

  private static Planned planned(MappingNode element, MappingNode values, List<String> actions) {
    String type = Nodes.text(element, "type");
    String written = element.text("address");
    String local = type + "." + Nodes.text(element, "name");
    String address = written == null ? local : written;
    return new Planned(
        modules(address),
        address,
        type,
        name(element, address),
        index(element),
        Nodes.text(element, "provider_name"),
        values,
        actions,
        element);
  }

  private static String name(MappingNode element, String address) {
    String name = element.text("name");
    List<Object> steps = NodePath.parse(address).steps();
    int at = steps.lastIndexOf(Nodes.text(element, "type")) + 1;
    return name != null || at == 0 || at >= steps.size()
        ? String.valueOf(name)
        : String.valueOf(steps.get(at));
  }

  private static String index(MappingNode element) {
    return element.get("index") instanceof ScalarNode index && index.value() != null
        ? index.text()
        : "";
  }

  /** The modules at the beginning of an address: {@code module.a["x"].module.b.azurerm_…}. */
  static List<ModuleStep> modules(String address) {
    List<Object> steps = NodePath.parse(address).steps();
    List<ModuleStep> modules = new ArrayList<>();
    int at = 0;
    while (at + 1 < steps.size() && "module".equals(steps.get(at))) {
      String name = String.valueOf(steps.get(at + 1));
      at += 2;
      boolean indexed = at < steps.size() && isIndex(address, steps, at);
      modules.add(new ModuleStep(name, indexed ? String.valueOf(steps.get(at)) : ""));
      at += indexed ? 1 : 0;
    }
    return List.copyOf(modules);
  }

  private static boolean isIndex(String address, List<Object> steps, int at) {
    Object step = steps.get(at);
    return step instanceof Integer
        || address.contains("[\"" + step + "\"]")
        || address.contains("[" + step + "]");
  }

  private void wrong(@Nullable Node node, String message) {
    if (node != null && wrong.size() < MOST_TOLD) {
      wrong.add(Problem.PLAN_SHAPE.at(node.in(file), message));
    }
  }

  /** The elements of a list, when it is one. */
  static List<Node> list(@Nullable Node node) {
    return node instanceof SequenceNode list ? list.items() : List.of();
  }
}
