package dev.interlock.guardrails.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses and type-checks expressions. */
public final class ExpressionCompiler {

  private ExpressionCompiler() {}

  /** What an expression must result in. */
  public enum Result {
    /** True or false. */
    BOOL,
    /** A text. */
    STRING
  }

  /**
   * Compiles an expression.
   *
   * @param text the expression
   * @param result what it must result in
   * @param params the parameters it may read; reading another is a problem
   * @param each whether {@code item} and {@code key} have values
   * @param problems takes what is wrong
   * @return the expression, or null when something is wrong
   */
  public static @Nullable Expression compile(
      String text,
      Result result,
      Set<String> params,
      boolean each,
      List<ExpressionProblem> problems) {
    List<ExpressionProblem> found = new ArrayList<>();
    CelValidationResult checked = Dialect.compiler().compile(text);
    for (CelIssue issue : checked.getErrors()) {
      found.add(CompileHints.problem(issue, offset(text, issue.getSourceLocation())));
    }
    Expression expression = null;
    if (found.isEmpty()) {
      CelAbstractSyntaxTree ast = ast(checked);
      found.addAll(VariableUse.check(ast, params, each));
      resultProblem(ast, result, found);
      expression = new Expression(ast);
    }
    problems.addAll(found);
    return found.isEmpty() ? expression : null;
  }

  private static CelAbstractSyntaxTree ast(CelValidationResult checked) {
    try {
      return checked.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("CEL reports no error and gives no tree", e);
    }
  }

  private static void resultProblem(
      CelAbstractSyntaxTree ast, Result result, List<ExpressionProblem> found) {
    CelKind kind = ast.getResultType().kind();
    if (kind != CelKind.DYN && !kind.name().equals(result.name())) {
      String expected = result == Result.BOOL ? "true or false" : "a text";
      found.add(
          new ExpressionProblem(
              0,
              "the expression results in " + ast.getResultType().name() + ", expected " + expected,
              result == Result.BOOL
                  ? "compare it with something, as in … == 'value'"
                  : "make it a text with string(…)"));
    }
  }

  /** CEL's line (from 1) and column (from 0), as code points from the beginning. */
  private static int offset(String text, CelSourceLocation location) {
    int[] points = text.codePoints().toArray();
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < points.length && line < location.getLine(); i++) {
      if (points[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return Math.clamp((long) lineStart + location.getColumn(), 0, points.length);
  }
}
