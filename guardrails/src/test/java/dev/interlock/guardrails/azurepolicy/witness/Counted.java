package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.expression.Value;
import dev.interlock.guardrails.azurepolicy.field.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element that a count looks at.
 *
 * @param name of the count
 * @param path of the counted array, with {@code [*]} at its end; null for a count over a value
 */
record Counted(String name, @Nullable List<String> path, Value value) {

  Counted with(Value other) {
    return new Counted(name, path, other);
  }

  /** What is left of a path within this element; null when it leads elsewhere. */
  @Nullable List<String> within(List<String> whole) {
    boolean inside =
        path != null
            && whole.size() >= path.size()
            && String.join(".", whole.subList(0, path.size()))
                .equalsIgnoreCase(String.join(".", path));
    return inside && path != null ? whole.subList(path.size(), whole.size()) : null;
  }

  @Nullable FieldPath fieldPath() {
    return path == null ? null : FieldPath.parse(String.join(".", path).replace(".[*]", "[*]"));
  }
}
