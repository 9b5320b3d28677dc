package dev.interlock.guardrails;

import dev.interlock.estate.ControlSet;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.finding.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which controls are in force.
 *
 * <p>Without a control set that holds, these are the shipped controls and the estate's own. A
 * control set holds when the environment names it, or when it is limited to no tiers or to the
 * environment's. Where sets hold, exactly their controls are in force; of two sets that change the
 * same control, the one the environment names first decides. A set that names folders of Azure
 * Policy and no controls leaves the controls as they are.
 */
public final class ControlSelection {

  private ControlSelection() {}

  /**
   * The controls in force.
   *
   * @param available the shipped controls and the estate's own
   * @param context the estate and environment; without an estate everything available is in force
   * @return the controls, and what is wrong with the sets that hold
   */
  public static ControlLoader.Loaded inForce(Controls available, CheckContext context) {
    List<Entry<ControlSet>> sets = ofControls(context);
    if (sets.isEmpty()) {
      return new ControlLoader.Loaded(available, List.of());
    }
    List<Diagnostic> problems = new ArrayList<>();
    Map<String, Guardrail> chosen = new LinkedHashMap<>();
    for (Entry<ControlSet> entry : sets) {
      SetReading reading = new SetReading(entry, available);
      reading.guardrails().forEach(g -> chosen.putIfAbsent(g.name(), g));
      problems.addAll(reading.problems());
    }
    return new ControlLoader.Loaded(Controls.of(chosen.values()), problems);
  }

  /** The folders of Azure Policy that the sets which hold name, from the estate's folder. */
  public static List<String> policiesInForce(CheckContext context) {
    return sets(context).stream()
        .flatMap(entry -> entry.spec().policies().stream())
        .distinct()
        .toList();
  }

  /** True when the sets that hold choose controls. */
  public static boolean choosesControls(CheckContext context) {
    return !ofControls(context).isEmpty();
  }

  private static List<Entry<ControlSet>> ofControls(CheckContext context) {
    return sets(context).stream()
        .filter(entry -> entry.spec().policies().isEmpty() || !entry.spec().controls().isEmpty())
        .toList();
  }

  /** The names of the control sets that hold, in the order in which they decide. */
  public static List<String> setsInForce(CheckContext context) {
    return sets(context).stream().map(Entry::name).toList();
  }

  /** Every control set of an estate, whether it holds somewhere or not, checked for mistakes. */
  public static List<Diagnostic> check(Estate estate, Controls available) {
    return estate.entries(ControlSet.class).stream()
        .map(entry -> new SetReading(entry, available))
        .flatMap(reading -> reading.problems().stream())
        .toList();
  }

  /** The sets that hold, those the environment names first. */
  private static List<Entry<ControlSet>> sets(CheckContext context) {
    Estate estate = context.estate();
    if (estate == null) {
      return List.of();
    }
    Environment environment = context.environmentSpec();
    List<String> named = environment == null ? List.of() : environment.controlSets();
    List<Entry<ControlSet>> all = estate.entries(ControlSet.class);
    List<Entry<ControlSet>> holding = new ArrayList<>();
    for (String name : named) {
      all.stream().filter(entry -> entry.name().equals(name)).forEach(holding::add);
    }
    for (Entry<ControlSet> entry : all) {
      ControlSet set = entry.spec();
      boolean everywhere = set.tiers().isEmpty();
      boolean here = environment != null && set.tiers().contains(environment.tier());
      if (!named.contains(entry.name()) && (everywhere || here)) {
        holding.add(entry);
      }
    }
    return holding;
  }
}
