package dev.interlock.estate.checks;

import dev.interlock.estate.EstateCode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where checks tell what they found.
 *
 * @param sink takes each diagnostic
 */
public record Report(Consumer<Diagnostic> sink) {

  /** Something is wrong; how bad it is, its code knows. */
  public void add(EstateCode code, SourceRef at, String message, @Nullable String hint) {
    sink.accept(new Diagnostic(code.code(), code.level(), at, message, hint));
  }

  /** Something is wrong, and the message says all. */
  void add(EstateCode code, SourceRef at, String message) {
    add(code, at, message, null);
  }
}
