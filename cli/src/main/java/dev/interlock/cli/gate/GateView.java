package dev.interlock.cli.gate;

import dev.interlock.changes.Decision;
import dev.interlock.cli.terminal.Terminal;
import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A decision and how it is to be shown.
 *
 * @param change name of the change
 * @param title what is to be done
 * @param environment where
 * @param decision the answer
 * @param plants the sites the environment serves, with their time zones
 * @param terminal what the reader's terminal can show
 */
public record GateView(
    String change,
    String title,
    String environment,
    Decision decision,
    SortedMap<String, ZoneId> plants,
    Terminal terminal) {

  public GateView {
    plants = Collections.unmodifiableSortedMap(new TreeMap<>(plants));
  }
}
