package dev.interlock.facts.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.facts.Aside;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Diagnostic;
import java.util.List;

/** What one document or list element turned out to be. */
public sealed interface Recognised {

  /** A resource. */
  record Fact(Resource resource) implements Recognised {}

  /**
   * A document that gives several resources, such as a plan.
   *
   * @param resources in order
   * @param diagnostics what is wrong with it
   * @param aside what it tells beside them
   */
  record Several(List<Resource> resources, List<Diagnostic> diagnostics, Aside aside)
      implements Recognised {
    public Several {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * An element of a list that tells nothing alone: it waits for the end of its document, which is
   * then recognised with what was kept of all of them under the list's key.
   */
  record Part(MappingNode kept) implements Recognised {}

  /** A list inside a list; its elements are to be recognised one by one. */
  record Nested(List<MappingNode> items) implements Recognised {}

  /** Something known that is wrong. */
  record Wrong(Diagnostic diagnostic) implements Recognised {}

  /** Something known that is no resource, with the problem to report when a user names it. */
  record Other(Problem problem, String message) implements Recognised {}

  /** Nothing that this recogniser knows. */
  record Unknown() implements Recognised {}
}
