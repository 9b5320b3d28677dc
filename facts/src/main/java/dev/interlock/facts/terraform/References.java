package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.NodePath;
import dev.interlock.facts.terraform.Planned.ModuleStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which resources an attribute refers to whose value is not known before apply: through variables
 * and outputs of modules, as far as the plan tells it. A plan has no values of locals and no text
 * of expressions; where the answer may be another one, there is none.
 */
final class References {

  private static final int MOST_STEPS = 2_000;

  /** What needs no resource: indices and what is known anyway. */
  private static final Set<String> NEUTRAL = Set.of("each", "count", "path", "terraform", "self");

  /**
   * What is referred to.
   *
   * @param attribute of it; empty when the plan does not tell which
   */
  record Target(Planned planned, String attribute) {}

  private record Key(List<ModuleStep> module, String local) {}

  private final Configuration configuration;
  private final Map<Key, Map<String, Planned>> all = new HashMap<>();
  private final Map<List<ModuleStep>, Map<String, Set<String>>> calls = new HashMap<>();

  References(Configuration configuration, List<Planned> planned) {
    this.configuration = configuration;
    for (Planned one : planned) {
      Key key = new Key(one.module(), one.local());
      if (one.stays()) {
        all.computeIfAbsent(key, _ -> new HashMap<>()).putIfAbsent(one.index(), one);
      }
      for (int i = 0; i < one.module().size(); i++) {
        ModuleStep step = one.module().get(i);
        calls
            .computeIfAbsent(one.module().subList(0, i), _ -> new HashMap<>())
            .computeIfAbsent(step.name(), _ -> new LinkedHashSet<>())
            .add(step.index());
      }
    }
  }

  /** The targets of an attribute; none when they can't be told for certain. */
  List<Target> of(Planned planned, List<Object> path) {
    MappingNode expression = configuration.expression(planned, path);
    if (expression == null) {
      return List.of();
    }
    Search search = new Search(planned.index());
    search.expression(expression, planned.module());
    return search.certain ? List.copyOf(search.found) : List.of();
  }

  /** One search; every step is taken once, so that circles end. */
  private final class Search {

    private record Step(List<ModuleStep> module, String reference) {}

    private final String index;
    private final Set<Target> found = new LinkedHashSet<>();
    private final Set<Step> seen = new HashSet<>();
    private boolean certain = true;

    Search(String index) {
      this.index = index;
    }

    void expression(@Nullable Node expression, List<ModuleStep> module) {
      if (!(expression instanceof MappingNode mapping)) {
        certain = false;
        return;
      }
      List<String> references = Nodes.texts(mapping, "references");
      certain &= !references.isEmpty();
      for (int i = 0; i < references.size() && certain; i++) {
        String reference = references.get(i);
        if (!isPartOfAnother(reference, references) && seen.add(new Step(module, reference))) {
          certain = seen.size() <= MOST_STEPS;
          reference(NodePath.parse(reference).steps(), module);
        }
      }
    }

    /** A reference is listed with everything it begins with: {@code a.b.id}, {@code a.b}. */
    private static boolean isPartOfAnother(String reference, List<String> references) {
      return references.size() <= MOST_STEPS
          && references.stream()
              .anyMatch(
                  other -> other.startsWith(reference + ".") || other.startsWith(reference + "["));
    }

    private void reference(List<Object> steps, List<ModuleStep> module) {
      String first = String.valueOf(steps.isEmpty() ? "" : steps.getFirst());
      if (NEUTRAL.contains(first)) {
        return;
      }
      if (steps.size() < 2 || first.equals("data") || first.equals("local")) {
        certain = false;
      } else if (first.equals("var")) {
        variable(String.valueOf(steps.get(1)), module);
      } else if (first.equals("module")) {
        output(steps, module);
      } else {
        resource(steps, module);
      }
    }

    private void variable(String name, List<ModuleStep> module) {
      if (module.isEmpty()) {
        certain = false;
      } else {
        Node given = configuration.given(module, name);
        expression(given, module.subList(0, module.size() - 1));
      }
    }

    private void output(List<Object> steps, List<ModuleStep> module) {
      String name = String.valueOf(steps.get(1));
      Set<String> instances = calls.getOrDefault(module, Map.of()).getOrDefault(name, Set.of());
      String own = steps.size() > 2 ? String.valueOf(steps.get(2)) : "";
      boolean indexed = instances.contains(own) && !instances.contains("");
      String chosen = indexed ? own : choose(instances);
      int at = indexed ? 3 : 2;
      if (chosen == null || steps.size() <= at) {
        certain = false;
        return;
      }
      List<ModuleStep> inner = new ArrayList<>(module);
      inner.add(new ModuleStep(name, chosen));
      expression(configuration.output(inner, String.valueOf(steps.get(at))), inner);
    }

    /** The only one, or the one with our own index. */
    private @Nullable String choose(Set<String> instances) {
      if (instances.size() == 1) {
        return instances.iterator().next();
      }
      return !index.isEmpty() && instances.contains(index) ? index : null;
    }

    private void resource(List<Object> steps, List<ModuleStep> module) {
      Key key = new Key(module, steps.get(0) + "." + steps.get(1));
      Map<String, Planned> candidates = all.getOrDefault(key, Map.of());
      String own = steps.size() > 2 ? String.valueOf(steps.get(2)) : "";
      Planned written = candidates.get(own);
      boolean indexed = written != null && !own.isEmpty();
      Planned target = indexed ? written : chosen(candidates);
      int at = indexed ? 3 : 2;
      if (target == null) {
        certain = false;
      } else {
        found.add(new Target(target, steps.size() > at ? String.valueOf(steps.get(at)) : ""));
      }
    }

    private @Nullable Planned chosen(Map<String, Planned> candidates) {
      return candidates.size() == 1
          ? candidates.values().iterator().next()
          : index.isEmpty() ? null : candidates.get(index);
    }
  }
}
