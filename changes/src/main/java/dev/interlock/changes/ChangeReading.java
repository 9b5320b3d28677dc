package dev.interlock.changes;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What reading a change request gave.
 *
 * @param name of the change; null when it can't be read
 * @param change what it says; null when an error makes it unusable
 * @param source where it begins
 * @param diagnostics everything that is wrong with it, warnings included
 */
public record ChangeReading(
    @Nullable String name,
    @Nullable Change change,
    SourceRef source,
    List<Diagnostic> diagnostics) {

  public ChangeReading {
    diagnostics = List.copyOf(diagnostics);
  }

  static ChangeReading nothing(List<Diagnostic> diagnostics) {
    return new ChangeReading(null, null, diagnostics.getFirst().source(), diagnostics);
  }

  /** The request with its digest, if nothing is wrong with it. */
  public Optional<ChangeRequest> withDigest(String digest) {
    return name == null || change == null
        ? Optional.empty()
        : Optional.of(new ChangeRequest(name, change, digest, source));
  }
}
