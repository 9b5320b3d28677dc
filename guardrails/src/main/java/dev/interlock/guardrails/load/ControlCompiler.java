package dev.interlock.guardrails.load;

import dev.interlock.estate.Control;
import dev.interlock.guardrails.cel.Expression;
import dev.interlock.guardrails.cel.ExpressionCompiler;
import dev.interlock.guardrails.cel.ExpressionCompiler.Result;
import dev.interlock.guardrails.cel.ExpressionProblem;
import dev.interlock.guardrails.judge.CompiledControl;
import dev.interlock.guardrails.path.PathParser;
import dev.interlock.guardrails.path.PropertyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the expressions and paths of one control. */
final class ControlCompiler {

  private static final Set<String> EACH_ROOTS = Set.of("resource", "object", "pod");
  private static final Set<String> AT_ROOTS = Set.of("resource", "object", "pod", "item");

  /** What is wrong, and in which field, by the keys from the spec on. */
  record Mistake(List<String> field, ExpressionProblem problem) {}

  private final Control control;
  private final List<Mistake> mistakes = new ArrayList<>();

  private ControlCompiler(Control control) {
    this.control = control;
  }

  /** The compiled control, or nothing when the sink was told of mistakes. */
  static Optional<CompiledControl> compile(Control control, List<Mistake> sink) {
    ControlCompiler compiler = new ControlCompiler(control);
    CompiledControl compiled = compiler.compile();
    sink.addAll(compiler.mistakes);
    return Optional.ofNullable(compiled);
  }

  private @Nullable CompiledControl compile() {
    Expression when =
        optional(control.match().when(), Result.BOOL, List.of("match", "when"), false);
    Expression rule = expression(control.rule(), Result.BOOL, List.of("rule"), hasEach());
    Expression message = optional(control.message(), Result.STRING, List.of("message"), hasEach());
    List<PropertyPath> each = new ArrayList<>();
    for (int i = 0; i < control.each().size(); i++) {
      List<String> field = List.of("each", Integer.toString(i));
      PropertyPath path = path(control.each().get(i), EACH_ROOTS, true, field);
      if (path != null) {
        each.add(path);
      }
    }
    PropertyPath at = at();
    return rule == null || !mistakes.isEmpty()
        ? null
        : new CompiledControl(when, each, rule, message, at);
  }

  private @Nullable PropertyPath at() {
    String written = control.at();
    if (written == null) {
      return null;
    }
    List<String> field = List.of("at");
    PropertyPath path = path(written, AT_ROOTS, false, field);
    if (path != null && path.root().equals("item") && !hasEach()) {
      String message = "\"item\" has no value in a control without each";
      mistakes.add(new Mistake(field, new ExpressionProblem(0, message, "write resource or pod")));
    }
    return path;
  }

  private boolean hasEach() {
    return !control.each().isEmpty();
  }

  private @Nullable Expression optional(
      @Nullable String text, Result result, List<String> field, boolean each) {
    return text == null ? null : expression(text, result, field, each);
  }

  private @Nullable Expression expression(
      String text, Result result, List<String> field, boolean each) {
    List<ExpressionProblem> problems = new ArrayList<>();
    Expression expression =
        ExpressionCompiler.compile(text, result, control.params().keySet(), each, problems);
    problems.forEach(problem -> mistakes.add(new Mistake(field, problem)));
    return expression;
  }

  private @Nullable PropertyPath path(
      String text, Set<String> roots, boolean many, List<String> field) {
    List<ExpressionProblem> problems = new ArrayList<>();
    PropertyPath path = PathParser.parse(text, roots, many, problems);
    problems.forEach(problem -> mistakes.add(new Mistake(field, problem)));
    return path;
  }
}
