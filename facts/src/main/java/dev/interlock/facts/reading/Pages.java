package dev.interlock.facts.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.finding.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notices an export that says itself that it is not all. */
final class Pages {

  /** Azure REST, az graph query, the Resource Graph API, and Kubernetes (metadata.continue). */
  private static final List<String> MARKS = List.of("nextLink", "skip_token", "$skipToken");

  private Pages() {}

  static @Nullable Diagnostic more(MappingNode envelope, String file) {
    for (String mark : MARKS) {
      String value = envelope.text(mark);
      if (value != null && !value.isEmpty()) {
        return Problem.MORE_PAGES.at(envelope.in(file), "more pages follow this one: " + mark);
      }
    }
    String token =
        envelope.get("metadata") instanceof MappingNode metadata ? metadata.text("continue") : null;
    return token == null || token.isEmpty()
        ? null
        : Problem.MORE_PAGES.at(envelope.in(file), "more of this list follows: metadata.continue");
  }
}
