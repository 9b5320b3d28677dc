package dev.interlock.facts.reading;

import dev.interlock.document.Node;
import dev.interlock.facts.azure.NoResource;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in a file among resources and is none: counted, and the first few by their place. */
final class Strangers {

  private static final int MOST_NAMED = 20;

  private record Stranger(SourceRef place, String why) {}

  private final List<Stranger> named = new ArrayList<>();
  private long count;
  private boolean meant;

  void add(Node node, String file, boolean row) {
    count++;
    meant = meant || (row && NoResource.isMeant(node));
    if (named.size() < MOST_NAMED) {
      named.add(new Stranger(node.in(file), NoResource.why(node)));
    }
  }

  /** How many there are. */
  long count() {
    return count;
  }

  /**
   * True when one of them is a row that says by its id or its type that it is about something in
   * Azure.
   */
  boolean isInventory() {
    return meant;
  }

  /** All of them in one diagnostic, at the place of the first; null when there are none. */
  @Nullable Diagnostic together() {
    if (named.isEmpty()) {
      return null;
    }
    String message =
        count == 1
            ? "this document or list element is no resource"
            : "this document or list element and "
                + (count - 1)
                + " more in the file are no resources";
    return Problem.OTHER_DOCUMENT.at(named.getFirst().place(), message);
  }

  /** One diagnostic for each, for somebody who wants none of them lost. */
  List<Diagnostic> oneByOne() {
    List<Diagnostic> all = new ArrayList<>();
    for (Stranger stranger : named) {
      String message = "this is left out, it is no resource: " + stranger.why();
      all.add(Problem.OTHER_DOCUMENT.at(stranger.place(), message));
    }
    if (count > named.size()) {
      SourceRef file = SourceRef.file(named.getFirst().place().file());
      String message = (count - named.size()) + " more in this file are left out, no resources";
      all.add(Problem.OTHER_DOCUMENT.at(file, message));
    }
    return all;
  }
}
