package dev.interlock.guardrails.path;

import dev.interlock.document.MappingNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.guardrails.path.PropertyPath.Step;
import dev.interlock.guardrails.view.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a path leads inside a resource. */
public sealed interface Walk {

  /** To these values; to none when something on the way may be absent and is. */
  record Found(List<Location> values) implements Walk {}

  /**
   * Nowhere: something on the way is absent or has another shape.
   *
   * @param reason in plain words
   * @param path the way to what is missing
   * @param nearest the innermost value on the way that exists
   */
  record Lost(String reason, String path, Location nearest) implements Walk {}

  /**
   * Where a path to one value ends.
   *
   * @param nearest the value, or the innermost value on the way that exists
   * @param path the whole way, with what does not exist
   */
  record Landing(Location nearest, String path) {}

  /** Follows a path. */
  static Walk along(PropertyPath path, Location root) {
    List<Location> values = List.of(root);
    for (Step step : path.steps()) {
      List<Location> next = new ArrayList<>();
      for (Location value : values) {
        Lost lost = follow(step, value, next);
        if (lost != null) {
          return lost;
        }
      }
      values = next;
    }
    return new Found(values);
  }

  /** Follows a path and then goes to every element of the lists or mappings it leads to. */
  static Walk toElements(PropertyPath path, Location root) {
    List<Step> steps = new ArrayList<>(path.steps());
    steps.add(new Step.Every());
    return along(new PropertyPath(path.root(), steps), root);
  }

  /** Follows a path to one value as far as it exists. */
  static Landing land(PropertyPath path, Location root) {
    Location at = root;
    List<Step> steps = path.steps();
    for (int i = 0; i < steps.size(); i++) {
      List<Location> next = new ArrayList<>();
      if (follow(steps.get(i), at, next) != null || next.isEmpty()) {
        return new Landing(at, at.path() + rest(at, steps.subList(i, steps.size())));
      }
      at = next.getFirst();
    }
    return new Landing(at, at.path());
  }

  private static @Nullable Lost follow(Step step, Location value, List<Location> next) {
    return switch (step) {
      case Step.Key(String key, boolean optional) -> followKey(key, optional, value, next);
      case Step.Index(int index) -> followIndex(index, value, next);
      case Step.Every _ -> followEvery(value, next);
    };
  }

  private static @Nullable Lost followKey(
      String key, boolean optional, Location value, List<Location> next) {
    if (!(value.node() instanceof MappingNode)) {
      return misfit(value, "a mapping");
    }
    Location child = value.child(key);
    if (child != null) {
      next.add(child);
    } else if (!optional) {
      String path = value.pathOf(key);
      return new Lost(path + " is absent", path, value);
    }
    return null;
  }

  private static @Nullable Lost followIndex(int index, Location value, List<Location> next) {
    List<Location> elements = value.elements();
    if (!(value.node() instanceof SequenceNode)) {
      return misfit(value, "a list");
    }
    if (index >= elements.size()) {
      String path = value.path() + "[" + index + "]";
      return new Lost(path + " is absent", path, value);
    }
    next.add(elements.get(index));
    return null;
  }

  private static @Nullable Lost followEvery(Location value, List<Location> next) {
    if (!(value.node() instanceof SequenceNode || value.node() instanceof MappingNode)) {
      return misfit(value, "a list or mapping");
    }
    next.addAll(value.elements());
    return null;
  }

  private static Lost misfit(Location value, String expected) {
    return new Lost(
        value.path() + " is " + value.node().describe() + ", expected " + expected,
        value.path(),
        value);
  }

  private static String rest(Location at, List<Step> steps) {
    StringBuilder rest = new StringBuilder();
    for (Step step : steps) {
      rest.append(
          switch (step) {
            case Step.Key key -> Location.step(key.key());
            case Step.Index index -> "[" + index.index() + "]";
            case Step.Every _ -> "[*]";
          });
    }
    return at.path().isEmpty() && rest.indexOf(".") == 0 ? rest.substring(1) : rest.toString();
  }
}
