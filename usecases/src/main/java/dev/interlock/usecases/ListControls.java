package dev.interlock.usecases;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Suggestion;
import dev.interlock.guardrails.ControlLoader;
import dev.interlock.guardrails.ControlPack;
import dev.interlock.guardrails.Controls;
import dev.interlock.guardrails.Guardrail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The controls there are: shipped, the estate's own, and others. */
public final class ListControls {

  /**
   * All of them, in force somewhere or not; an own control replaces a shipped one of its name.
   *
   * @param estate folder of the estate, or null
   * @param further files and folders with further controls
   * @throws InputRejected when one of them cannot be used
   */
  public Controls run(@Nullable Path estate, List<Path> further) {
    List<Diagnostic> problems = new ArrayList<>();
    Controls all = ControlPack.shipped();
    if (estate != null) {
      var own = ControlLoader.of(new ReadEstate().require(estate).estate());
      problems.addAll(own.diagnostics());
      all = all.with(own.controls());
    }
    var given = ControlLoader.load(further);
    problems.addAll(given.diagnostics());
    if (problems.stream().anyMatch(Diagnostic::isError)) {
      throw new InputRejected(problems);
    }
    return all.with(given.controls());
  }

  /**
   * One of them.
   *
   * @throws InputRejected when there is none of that name
   */
  public static Guardrail find(Controls controls, String name) {
    return controls
        .find(name)
        .orElseThrow(() ->
            new InputRejected(
                ActionCode.NO_CONTROL.code(),
                name,
                "there is no control of this name",
                Suggestion.didYouMean(name, controls.names()).orElse(null)));
  }

  /**
   * A shipped control as it is written.
   *
   * @throws InputRejected when it is not a shipped one
   */
  public static String shippedText(Guardrail control) {
    return ControlPack.text(control.name())
        .orElseThrow(() ->
            new InputRejected(
                ActionCode.NOT_SHIPPED.code(),
                control.source().toString(),
                "only a shipped control can be printed as YAML",
                "this one is written in the file named here"));
  }
}
