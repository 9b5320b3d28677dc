package dev.interlock.architecture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The rooms of ARCHITECTURE.md and what each may use, of ours. The test of the table reads it here.
 */
final class ModuleTable {

  /** Module to the modules whose root package it may use. */
  static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put("finding", Set.of());
    MAY_USE.put("document", Set.of("finding"));
    MAY_USE.put("evidence", Set.of("finding", "document"));
    MAY_USE.put("ledger", Set.of());
    MAY_USE.put("estate", Set.of("finding", "document"));
    MAY_USE.put("facts", Set.of("finding", "document"));
    MAY_USE.put("guardrails", Set.of("finding", "document", "estate", "facts"));
    MAY_USE.put("changes", Set.of("finding", "document", "evidence", "ledger", "estate", "facts"));
    MAY_USE.put(
        "usecases",
        Set.of(
            "finding",
            "document",
            "evidence",
            "ledger",
            "estate",
            "facts",
            "guardrails",
            "changes"));
    MAY_USE.put(
        "cli",
        Set.of(
            "usecases",
            "finding",
            "document",
            "evidence",
            "ledger",
            "estate",
            "facts",
            "guardrails",
            "changes"));
    MAY_USE.put("server", MAY_USE.getOrDefault("cli", Set.of()));
  }

  /** The judges and the decision: pure functions of data and a clock. */
  static final Set<String> JUDGES = Set.of("guardrails", "changes");

  private ModuleTable() {}
}
