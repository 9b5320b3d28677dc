package dev.interlock.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An approval that a waiting change still needs.
 *
 * @param role in which it is given
 * @param plant for which, or null
 * @param candidates the persons who can give it, by name; at least one
 */
public record MissingApproval(String role, @Nullable String plant, List<String> candidates) {
  public MissingApproval {
    candidates = List.copyOf(candidates);
  }
}
