package dev.interlock.cli.gate;

import dev.interlock.changes.Decision;
import dev.interlock.changes.MissingApproval;
import dev.interlock.cli.terminal.Terminal;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
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
 * @param missing the approvals it still waits for
 * @param approve how they are given
 * @param terminal what the reader's terminal can show
 */
record GateView(
    String change,
    String title,
    String environment,
    Decision decision,
    SortedMap<String, ZoneId> plants,
    List<MissingApproval> missing,
    ApprovalWay approve,
    Terminal terminal) {

  public GateView {
    missing = List.copyOf(missing);
    plants = Collections.unmodifiableSortedMap(new TreeMap<>(plants));
  }
}
