package dev.interlock.usecases;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action could not begin because its input is wrong. Carries everything that is wrong with it;
 * ends a command with exit code 2.
 */
public final class InputRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> problems;

  /** Rejects an input for these reasons; at least one. */
  public InputRejected(List<Diagnostic> problems) {
    super(problems.getFirst().message());
    this.problems = List.copyOf(problems);
  }

  /** Rejects an input for one reason. */
  public InputRejected(String code, String file, String message, @Nullable String hint) {
    this(List.of(Diagnostic.error(code, SourceRef.file(file), message).withHint(hint)));
  }

  /** What is wrong, in the order in which it is to be shown. */
  public List<Diagnostic> problems() {
    return problems;
  }
}
