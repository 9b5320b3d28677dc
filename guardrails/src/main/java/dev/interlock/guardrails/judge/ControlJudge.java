package dev.interlock.guardrails.judge;

import dev.interlock.finding.Verdict;
import dev.interlock.guardrails.cel.Answer;
import dev.interlock.guardrails.cel.Expression;
import dev.interlock.guardrails.cel.Scope;
import dev.interlock.guardrails.cel.Variable;
import dev.interlock.guardrails.path.PropertyPath;
import dev.interlock.guardrails.path.Walk;
import dev.interlock.guardrails.view.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges one resource under one control. Whatever cannot be evaluated is unknown: a rule passes
 * only when it evaluates to true.
 */
public final class ControlJudge {

  private static final int MAX_MESSAGE = 600;

  private final CompiledControl control;
  private final String title;
  private final Scope scope;
  private final Location resource;
  private final @Nullable Location pod;

  /**
   * A judge of one resource.
   *
   * @param title stands in for a message that cannot be evaluated
   * @param scope with every variable bound but item, key and path
   * @param pod what the resource runs, or null
   */
  public ControlJudge(
      CompiledControl control,
      String title,
      Scope scope,
      Location resource,
      @Nullable Location pod) {
    this.control = control;
    this.title = title;
    this.scope = scope;
    this.resource = resource;
    this.pod = pod;
  }

  /** Judges. */
  public Rulings judge() {
    if (control.when() != null) {
      Answer applies = control.when().evaluate(scope);
      if (!isTrue(applies)) {
        return isFalse(applies)
            ? Rulings.NOT_APPLICABLE
            : Rulings.one(unknown(applies, resource, "when"));
      }
    }
    return control.each().isEmpty() ? judgeWhole() : judgeElements();
  }

  private Rulings judgeWhole() {
    Ruling open = judgeOne(control.rule(), resource, scope);
    return open == null ? new Rulings(1, List.of()) : Rulings.one(open);
  }

  private Rulings judgeElements() {
    List<Ruling> open = new ArrayList<>();
    int evaluations = 0;
    for (PropertyPath path : control.each()) {
      switch (elements(path)) {
        case Walk.Lost(String reason, String way, Location nearest) -> {
          evaluations++;
          open.add(new Ruling(new Verdict.Unknown(reason), nearest, way));
        }
        case Walk.Found(List<Location> elements) -> {
          evaluations += elements.size();
          for (Location element : elements) {
            Ruling ruling = judgeOne(control.rule(), element, elementScope(element));
            if (ruling != null) {
              open.add(ruling);
            }
            if (scope.work().spent()) {
              return new Rulings(Math.max(1, evaluations), open);
            }
          }
        }
      }
    }
    return new Rulings(Math.max(1, evaluations), open);
  }

  private Walk elements(PropertyPath path) {
    Location root = root(path, resource);
    return root == null
        ? new Walk.Lost("pod is unknown: " + Variable.POD.whenAbsent(), "pod", resource)
        : Walk.toElements(path, root);
  }

  private Scope elementScope(Location element) {
    Scope inner = scope.copy();
    inner.bind(Variable.ITEM, element);
    inner.bind(Variable.KEY, element.key());
    inner.bind(Variable.PATH, element.path());
    return inner;
  }

  private @Nullable Ruling judgeOne(Expression rule, Location judged, Scope with) {
    Answer answer = rule.evaluate(with);
    if (isTrue(answer)) {
      return null;
    }
    if (!isFalse(answer)) {
      return unknown(answer, judged, "rule");
    }
    Walk.Landing landing = landing(judged);
    return new Ruling(new Verdict.Fail(message(with)), landing.nearest(), landing.path());
  }

  private Walk.Landing landing(Location judged) {
    PropertyPath at = control.at();
    Location root = at == null ? null : root(at, judged);
    return at == null || root == null
        ? new Walk.Landing(judged, judged.path())
        : Walk.land(at, root);
  }

  private @Nullable Location root(PropertyPath path, Location judged) {
    return switch (path.root()) {
      case "item" -> judged;
      case "pod" -> pod;
      default -> resource;
    };
  }

  private Ruling unknown(Answer answer, Location judged, String expression) {
    return switch (answer) {
      case Answer.Value _ ->
          new Ruling(
              new Verdict.Unknown("the control's " + expression + " is neither true nor false"),
              judged,
              judged.path());
      case Answer.Unknown(String reason, String path, Location nearest) ->
          new Ruling(
              new Verdict.Unknown(reason),
              nearest == null ? judged : nearest,
              path == null ? judged.path() : path);
    };
  }

  private String message(Scope with) {
    if (control.message() != null
        && control.message().evaluate(with) instanceof Answer.Value(Object value)
        && value instanceof String text
        && !text.isBlank()) {
      return text.length() > MAX_MESSAGE ? text.substring(0, MAX_MESSAGE) + "…" : text;
    }
    return title;
  }

  private static boolean isTrue(Answer answer) {
    return answer instanceof Answer.Value(Boolean value) && value;
  }

  private static boolean isFalse(Answer answer) {
    return answer instanceof Answer.Value(Boolean value) && !value;
  }
}
