package dev.interlock.usecases;

import dev.interlock.estate.Estate;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.CheckContext;
import dev.interlock.guardrails.ControlLoader;
import dev.interlock.guardrails.ControlPack;
import dev.interlock.guardrails.ControlSelection;
import dev.interlock.guardrails.Controls;
import dev.interlock.guardrails.PolicyAssignments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The controls that hold for an environment: what every check judges by, for a pipeline and for the
 * gate alike.
 *
 * @param controls those that can be used
 * @param policies Azure Policy in force
 * @param packs where they come from, for people
 * @param problems what is wrong with the estate's own controls and control sets
 */
record ControlsInForce(
    Controls controls, PolicyAssignments policies, List<String> packs, List<Diagnostic> problems) {

  ControlsInForce {
    packs = List.copyOf(packs);
    problems = List.copyOf(problems);
  }

  /**
   * Those of an estate's environment; the shipped ones where there is no estate.
   *
   * @param folder of the estate; null where there is none
   * @param more further Azure Policy
   */
  static ControlsInForce of(CheckContext context, @Nullable Path folder, GivenPolicies more) {
    Estate estate = context.estate();
    Controls shipped = ControlPack.shipped();
    if (estate == null) {
      return new ControlsInForce(
          shipped, policies(context, folder, more), List.of("the shipped pack"), List.of());
    }
    ControlLoader.Loaded own = ControlLoader.of(estate);
    ControlLoader.Loaded selected = ControlSelection.inForce(shipped.with(own.controls()), context);
    List<Diagnostic> problems = new ArrayList<>(own.diagnostics());
    problems.addAll(selected.diagnostics());
    PolicyAssignments policies = policies(context, folder, more);
    return new ControlsInForce(selected.controls(), policies, packs(context, own), problems);
  }

  private static PolicyAssignments policies(
      CheckContext context, @Nullable Path folder, GivenPolicies more) {
    List<Path> folders = new ArrayList<>();
    if (folder != null) {
      ControlSelection.policiesInForce(context).forEach(name -> folders.add(folder.resolve(name)));
    }
    folders.addAll(more.folders());
    return PolicyAssignments.load(folders, context.estate(), more.names());
  }

  /** How many rules are in force, policies among them. */
  int size() {
    return controls.size() + policies.size();
  }

  private static List<String> packs(CheckContext context, ControlLoader.Loaded own) {
    List<String> sets = ControlSelection.setsInForce(context);
    List<String> packs = new ArrayList<>();
    if (!ControlSelection.choosesControls(context)) {
      packs.add("the shipped pack");
      if (own.controls().size() > 0) {
        packs.add("the estate's own");
      }
    }
    packs.addAll(sets);
    return packs;
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
