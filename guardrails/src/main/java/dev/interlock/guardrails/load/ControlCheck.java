package dev.interlock.guardrails.load;

import dev.interlock.estate.Control;
import dev.interlock.facts.Plane;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Suggestion;
import dev.interlock.guardrails.Guardrail;
import dev.interlock.guardrails.GuardrailCode;
import dev.interlock.guardrails.Origin;
import dev.interlock.guardrails.judge.CompiledControl;
import dev.interlock.guardrails.load.ControlCompiler.Mistake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Turns declared controls into guardrails, or says exactly where they are wrong. */
public final class ControlCheck {

  private static final List<String> PLANES =
      Arrays.stream(Plane.values()).map(Plane::word).toList();

  private final Function<String, Optional<String>> texts;
  private final Consumer<Diagnostic> sink;

  /**
   * A check that reports to a sink.
   *
   * @param texts the text of a file by its name, asked only when a control in it is wrong
   */
  public ControlCheck(Function<String, Optional<String>> texts, Consumer<Diagnostic> sink) {
    this.texts = texts;
    this.sink = sink;
  }

  /** The guardrail, or nothing when the sink was told what is wrong. */
  public Optional<Guardrail> check(String name, Control control, Origin origin, SourceRef source) {
    List<Mistake> mistakes = new ArrayList<>();
    Optional<CompiledControl> compiled = ControlCompiler.compile(control, mistakes);
    List<Integer> wrongPlanes = wrongPlanes(control);
    if (!mistakes.isEmpty() || !wrongPlanes.isEmpty()) {
      FieldPlaces places = new FieldPlaces(source, texts.apply(source.file()));
      mistakes.forEach(mistake -> sink.accept(diagnostic(name, mistake, places)));
      wrongPlanes.forEach(i -> sink.accept(wrongPlane(control, i, places)));
      return Optional.empty();
    }
    return compiled.map(c -> new Guardrail(name, control, origin, source, c));
  }

  private static Diagnostic diagnostic(String control, Mistake mistake, FieldPlaces places) {
    String field = mistake.field().getFirst().equals("match") ? "when" : mistake.field().getFirst();
    return GuardrailCode.GRD001.error(
        places.placeOf(mistake.field(), mistake.problem().offset()),
        "control " + control + ", " + field + ": " + mistake.problem().message(),
        mistake.problem().hint());
  }

  private static List<Integer> wrongPlanes(Control control) {
    List<Integer> wrong = new ArrayList<>();
    for (int i = 0; i < control.match().planes().size(); i++) {
      if (!PLANES.contains(control.match().planes().get(i))) {
        wrong.add(i);
      }
    }
    return wrong;
  }

  private static Diagnostic wrongPlane(Control control, int index, FieldPlaces places) {
    String plane = control.match().planes().get(index);
    return GuardrailCode.GRD007.error(
        places.placeOf(List.of("match", "planes", Integer.toString(index)), 0),
        "there is no plane \"" + plane + "\", expected one of " + String.join(", ", PLANES),
        Suggestion.didYouMean(plane, PLANES).orElse(null));
  }
}
