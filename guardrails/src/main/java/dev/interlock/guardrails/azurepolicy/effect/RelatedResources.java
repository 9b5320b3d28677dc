package dev.interlock.guardrails.azurepolicy.effect;

import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an existence check may find. */
public interface RelatedResources {

  /** Those that are meant. */
  List<Subject> find(RelatedQuery query);

  /** True when what is not found here does not exist. */
  boolean isComplete();

  /** Why nobody knows whether one of those that were found will be there; null when it will. */
  default @Nullable String doubt(Subject found) {
    return null;
  }

  /** Nobody knows any. */
  RelatedResources NOT_TOLD = of(List.of(), false);

  /**
   * These.
   *
   * @param complete whether there are no others
   */
  static RelatedResources of(List<Subject> resources, boolean complete) {
    List<Subject> all = List.copyOf(resources);
    return new RelatedResources() {
      @Override
      public List<Subject> find(RelatedQuery query) {
        return all.stream().filter(query::fits).toList();
      }

      @Override
      public boolean isComplete() {
        return complete;
      }
    };
  }
}
