package dev.interlock.facts.terraform;

import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.Plane;
import dev.interlock.facts.Resource;
import dev.interlock.facts.reading.Problem;
import dev.interlock.facts.terraform.Mapping.Child;
import dev.interlock.facts.terraform.Mapping.Fold;
import dev.interlock.facts.terraform.Mapping.Joined;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes Azure resources of what a plan says will be there. */
final class PlanResources {

  private static final String UNMAPPED = "terraform";

  private record Made(Planned planned, Tree body) {}

  private final String file;
  private final Ids ids;
  private final Mappings mappings;
  private final Coverage coverage;
  private final Map<String, Made> made = new LinkedHashMap<>();
  private final Map<String, Tree> trees = new HashMap<>();
  private final Map<Planned, Tree> own = new HashMap<>();
  private final Map<String, Long> strange = new TreeMap<>();
  private @Nullable Planned firstStrange;

  PlanResources(String file, Ids ids, Mappings mappings, Coverage coverage) {
    this.file = file;
    this.ids = ids;
    this.mappings = mappings;
    this.coverage = coverage;
  }

  /** The resources, in the order of the plan. */
  List<Resource> of(List<Planned> all) {
    List<Planned> staying = all.stream().filter(Planned::stays).toList();
    coverage.gone(all.size() - staying.size());
    staying.forEach(this::make);
    staying.forEach(planned -> fold(planned, false));
    staying.stream()
        .filter(this::isShown)
        .sorted(Comparator.comparingInt(this::depth).reversed())
        .forEach(planned -> fold(planned, true));
    return finished();
  }

  /** What the bodies were made with is let go one by one: a plan may be large. */
  private List<Resource> finished() {
    trees.clear();
    own.clear();
    List<Resource> resources = new ArrayList<>(made.size());
    for (var each = made.entrySet().iterator(); each.hasNext(); each.remove()) {
      var one = each.next();
      resources.add(resource(one.getKey(), one.getValue()));
    }
    return resources;
  }

  private Resource resource(String id, Made one) {
    Tree body = one.body();
    if (body.get("properties") == null) {
      body.put("properties", Nodes.none(body.place()));
    }
    String type = Nodes.text(body.node(), "type");
    String shown =
        one.body().get("name") instanceof ScalarNode name ? name.text() : one.planned().address();
    return new Resource(Plane.AZURE, type, id, shown, one.body().node(), file);
  }

  private void make(Planned planned) {
    Mapping mapping = mappings.of(planned.type());
    if (planned.type().equals(Azapi.RESOURCE)) {
      azapi(planned);
    } else if (mapping != null) {
      mapped(planned, mapping);
    } else if (Beside.is(planned.type())) {
      coverage.beside(planned.type());
    } else if (!planned.type().equals(Azapi.UPDATE)) {
      strange.merge(planned.type(), 1L, Long::sum);
      firstStrange = firstStrange == null ? planned : firstStrange;
    }
  }

  private void mapped(Planned planned, Mapping mapping) {
    coverage.resource();
    String type = mapping.type();
    if (type == null) {
      return;
    }
    Tree body = head(planned, ids.of(planned), ids.name(planned), type);
    body.put("apiVersion", Nodes.text(mapping.apiVersion(), planned.place()));
    Tree unmapped = new Tree(planned.place());
    new Mapper(planned, ids, coverage, unmapped).attributes(mapping.rules(), aside(mapping), body);
    mapping.joined().forEach(joined -> joined(planned, joined, body));
    mapping.constants().forEach((to, constant) -> Mapper.constant(body, to, constant));
    mapping.unknown().forEach(path -> Mapper.constant(body, path, untold(planned)));
    if (!unmapped.isEmpty()) {
      body.put(UNMAPPED, unmapped.node());
    }
    add(planned, ids.of(planned), body);
    mapping.children().forEach(child -> child(planned, child));
  }

  private static Node untold(Planned planned) {
    Node place = planned.place();
    return new UnknownNode("what Terraform says of it is not read", place.line(), place.column());
  }

  /** A block that is a resource in ARM is there when anything is said of it. */
  private void child(Planned planned, Child child) {
    Tree content = new Tree(planned.place());
    Set<String> others = new HashSet<>();
    planned.values().entries().forEach(entry -> others.add(entry.key()));
    new Mapper(planned, ids, coverage, new Tree(planned.place()))
        .attributes(child.rules(), others, content);
    String suffix = ids.filled(child.suffix(), planned);
    if (isSaid(planned, child) && !content.isEmpty() && suffix != null) {
      String id = ids.of(planned) + suffix;
      String name = id.substring(id.lastIndexOf('/') + 1);
      Tree body = head(planned, id, name, child.type());
      body.put("apiVersion", Nodes.text(child.apiVersion(), planned.place()));
      body.overwrite(content.node());
      add(planned, id, body);
    }
  }

  /** A list without blocks says nothing: that is how a plan shows blocks that nobody wrote. */
  private static boolean isSaid(Planned planned, Child child) {
    return child.rules().keySet().stream()
        .map(planned.values()::get)
        .anyMatch(value -> !Nodes.isUnset(value) && !Nodes.isEmptyList(value));
  }

  /** What is in the id or in another rule needs none of its own. */
  private static Set<String> aside(Mapping mapping) {
    Set<String> all = new HashSet<>(mapping.ignored());
    mapping.ids().forEach(template -> all.addAll(template.attributes()));
    mapping.joined().forEach(joined -> all.addAll(joined.text().attributes()));
    mapping.children().forEach(child -> all.addAll(child.rules().keySet()));
    Template name = mapping.name();
    if (name != null) {
      all.addAll(name.attributes());
    }
    for (Fold fold : mapping.folds()) {
      all.addAll(fold.into().attributes());
    }
    all.addAll(mapping.refers().keySet());
    return all;
  }

  private void joined(Planned planned, Joined joined, Tree body) {
    String text = ids.filled(joined.text(), planned);
    if (text != null) {
      body.put(joined.to(), textOrUnknown(text, planned));
    }
  }

  private static Node textOrUnknown(String text, Planned planned) {
    Node place = planned.place();
    return Ids.isKnown(text)
        ? Nodes.text(text, place)
        : new UnknownNode(Merged.AFTER_APPLY, place.line(), place.column());
  }

  private static Tree head(Planned planned, String id, String name, String type) {
    Tree body = new Tree(planned.place());
    body.put("id", textOrUnknown(id, planned));
    body.put("type", Nodes.text(type, planned.place()));
    body.put("name", textOrUnknown(name, planned));
    return body;
  }

  private void azapi(Planned planned) {
    String type = Azapi.type(planned);
    if (type.indexOf('/') < 0) {
      String message = planned.address() + " has no type that is known before apply";
      strange.merge(message, 1L, Long::sum);
      firstStrange = firstStrange == null ? planned : firstStrange;
      return;
    }
    Tree body = head(planned, ids.of(planned), ids.name(planned), type);
    body.put("apiVersion", Nodes.text(Azapi.apiVersion(planned), planned.place()));
    body.overwrite(Azapi.body(planned).node());
    new Mapper(planned, ids, new Coverage(), new Tree(planned.place()))
        .attributes(Azapi.identity(), Set.of(), body);
    add(planned, ids.of(planned), body);
  }

  private void add(Planned planned, String id, Tree body) {
    own.putIfAbsent(planned, body);
    String lower = id.toLowerCase(Locale.ROOT);
    trees.putIfAbsent(lower, body);
    String unique = made.containsKey(id) ? id + Ids.hole(planned, "") : id;
    made.put(unique, new Made(planned, body));
  }

  /** True for what another resource shows as its child. */
  private boolean isShown(Planned planned) {
    Mapping mapping = mappings.of(planned.type());
    return mapping != null && mapping.folds().stream().anyMatch(Fold::child);
  }

  private int depth(Planned planned) {
    return (int) ids.of(planned).chars().filter(c -> c == '/').count();
  }

  /** Children are shown in their parents when all parts are in them, the innermost first. */
  private void fold(Planned planned, boolean children) {
    if (planned.type().equals(Azapi.UPDATE) && !children) {
      update(planned);
    }
    Mapping mapping = mappings.of(planned.type());
    if (mapping != null) {
      Folding folding = new Folding(ids, coverage, trees);
      mapping.folds().stream()
          .filter(fold -> fold.child() == children)
          .forEach(fold -> folding.fold(planned, fold, own.get(planned)));
    }
  }

  /** What is updated is in the plan, or somewhere that nobody here looks at. */
  private void update(Planned planned) {
    Tree target = trees.get(ids.of(planned).toLowerCase(Locale.ROOT));
    Node written = planned.values().get("body");
    if (target == null) {
      coverage.elsewhere();
    } else if (written instanceof UnknownNode unknown) {
      target.replace("properties", unknown);
    } else {
      Azapi.partial(written).forEach(target::overwrite);
    }
  }

  /** What nobody here can judge, in one warning. */
  List<Diagnostic> strange() {
    Planned first = firstStrange;
    if (first == null) {
      return List.of();
    }
    SourceRef place = first.place().in(file);
    String message =
        "this plan has resources of types that are not known here: " + Coverage.counted(strange);
    return List.of(Problem.NOT_MAPPED.at(place, message));
  }
}
