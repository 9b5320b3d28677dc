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

  /** What people meet: they may also use what actions take and return, whatever its module. */
  static final Set<String> SURFACES = Set.of("cli", "server");

  /**
   * What a surface may use beyond that, type by type: the writer of JSON, so that a record looks
   * the same wherever it is printed.
   */
  static final Set<String> FOR_SURFACES = Set.of("dev.interlock.document.RecordWriter");

  static {
    MAY_USE.put("finding", Set.of());
    MAY_USE.put("document", Set.of("finding"));
    MAY_USE.put("expression", Set.of("finding", "document"));
    MAY_USE.put("evidence", Set.of("finding", "document"));
    MAY_USE.put("ledger", Set.of());
    MAY_USE.put("estate", Set.of("finding", "document"));
    MAY_USE.put("facts", Set.of("finding", "document", "expression"));
    MAY_USE.put("azure", Set.of("finding", "document"));
    MAY_USE.put("guardrails", Set.of("finding", "document", "expression", "estate", "facts"));
    MAY_USE.put("recovery", Set.of("finding", "document", "evidence", "estate"));
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
            "azure",
            "guardrails",
            "recovery",
            "changes"));
    SURFACES.forEach(surface -> MAY_USE.put(surface, Set.of("usecases", "finding")));
  }

  /** The judges and the decision: pure functions of data and a clock. */
  static final Set<String> JUDGES = Set.of("guardrails", "changes");

  /**
   * Of these, what reads or writes all the same: controls and policies in folders, and the build.
   */
  static final Set<String> READ_AND_WRITE =
      Set.of(
          "dev.interlock.guardrails.ControlLoader",
          "dev.interlock.guardrails.azurepolicy.alias.CompileAliases",
          "dev.interlock.guardrails.azurepolicy.source.PolicyFiles",
          "dev.interlock.guardrails.azurepolicy.source.PolicyReader",
          "dev.interlock.guardrails.pack.CompilePack");

  private ModuleTable() {}
}
