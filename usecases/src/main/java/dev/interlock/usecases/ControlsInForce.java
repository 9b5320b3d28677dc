package dev.interlock.usecases;

import dev.interlock.estate.Estate;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.CheckContext;
import dev.interlock.guardrails.ControlLoader;
import dev.interlock.guardrails.ControlPack;
import dev.interlock.guardrails.ControlSelection;
import dev.interlock.guardrails.Controls;
import java.util.ArrayList;
import java.util.List;

/**
 * The controls that hold for an environment: what every check judges by, for a pipeline and for the
 * gate alike.
 *
 * @param controls those that can be used
 * @param packs where they come from, for people
 * @param problems what is wrong with the estate's own controls and control sets
 */
record ControlsInForce(Controls controls, List<String> packs, List<Diagnostic> problems) {

  ControlsInForce {
    packs = List.copyOf(packs);
    problems = List.copyOf(problems);
  }

  /** Those of an estate's environment; the shipped ones where there is no estate. */
  static ControlsInForce of(CheckContext context) {
    Estate estate = context.estate();
    Controls shipped = ControlPack.shipped();
    if (estate == null) {
      return new ControlsInForce(shipped, List.of("the shipped pack"), List.of());
    }
    ControlLoader.Loaded own = ControlLoader.of(estate);
    ControlLoader.Loaded selected = ControlSelection.inForce(shipped.with(own.controls()), context);
    List<Diagnostic> problems = new ArrayList<>(own.diagnostics());
    problems.addAll(selected.diagnostics());
    return new ControlsInForce(selected.controls(), packs(context, own), problems);
  }

  private static List<String> packs(CheckContext context, ControlLoader.Loaded own) {
    List<String> sets = ControlSelection.setsInForce(context);
    if (!sets.isEmpty()) {
      return sets;
    }
    return own.controls().size() == 0
        ? List.of("the shipped pack")
        : List.of("the shipped pack", "the estate's own");
  }

  /**
   * The same with further controls, which replace those of the same name.
   *
   * @throws InputRejected when one of these or those can't be used
   */
  Controls with(ControlLoader.Loaded given) {
    List<Diagnostic> all = new ArrayList<>(problems);
    all.addAll(given.diagnostics());
    if (all.stream().anyMatch(Diagnostic::isError)) {
      throw new InputRejected(all);
    }
    return controls.with(given.controls());
  }
}
