package dev.interlock.server.api;

import dev.interlock.finding.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 has it, with Interlock's code and, for bad input, every mistake with
 * its place.
 *
 * @param type always {@code about:blank}: the code tells more
 * @param title the status in words
 * @param status of HTTP
 * @param detail what is wrong, one sentence
 * @param code permanent, listed in docs/diagnostics.md; none where the request itself is malformed
 * @param problems every mistake in what was sent
 * @param traceId under which the server's log knows the request
 */
public record Problems(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String code,
    List<Problem> problems,
    @Nullable String traceId) {

  public Problems {
    problems = List.copyOf(problems);
  }

  /**
   * One mistake.
   *
   * @param place file, line and column as far as they are known
   * @param hint what to do about it
   */
  public record Problem(String code, String place, String message, @Nullable String hint) {

    static Problem of(Diagnostic diagnostic) {
      return new Problem(
          diagnostic.code(),
          diagnostic.source().toString(),
          diagnostic.message(),
          diagnostic.hint());
    }
  }
}
