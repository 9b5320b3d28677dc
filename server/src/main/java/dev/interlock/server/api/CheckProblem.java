package dev.interlock.server.api;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Diagnostic.Level;
import dev.interlock.server.api.CheckFinding.SourceView;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an input of a check.
 *
 * @param level error (part of the input was not judged) or warning
 * @param source where
 * @param hint what to do about it
 */
public record CheckProblem(
    String code, String level, SourceView source, String message, @Nullable String hint) {

  public CheckProblem {
    BadBody.require("code", code);
    BadBody.require("level", level);
    BadBody.require("source", source);
    BadBody.require("message", message);
    if (!level.equals(word(Level.ERROR)) && !level.equals(word(Level.WARNING))) {
      throw BadBody.of("\"level\" is neither error nor warning");
    }
  }

  static CheckProblem of(Diagnostic diagnostic) {
    return new CheckProblem(
        diagnostic.code(),
        word(diagnostic.level()),
        SourceView.of(diagnostic.source()),
        diagnostic.message(),
        diagnostic.hint());
  }

  Diagnostic diagnostic() {
    Level known = Level.valueOf(level.toUpperCase(Locale.ROOT));
    return new Diagnostic(code, known, source.place(), message, hint);
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
