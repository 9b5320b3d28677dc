package dev.interlock.guardrails.azurepolicy.effect;

import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.List;

/** What an existence check may find. */
public interface RelatedResources {

  /** Those that are meant. */
  List<Subject> find(RelatedQuery query);

  /** True when what is not found here does not exist. */
  boolean isComplete();

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
