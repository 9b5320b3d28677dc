package dev.interlock.guardrails;

import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.azurepolicy.alias.AliasFile;
import dev.interlock.guardrails.azurepolicy.alias.AliasTable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The aliases by which Azure Policy names properties of resources. Immutable. */
public final class PolicyAliases {

  private final @Nullable AliasTable table;

  private PolicyAliases(@Nullable AliasTable table) {
    this.table = table;
  }

  /** The table that comes with the product. */
  public static PolicyAliases shipped() {
    return new PolicyAliases(AliasTable.shipped());
  }

  /** None: names of fields are paths into the resource itself. */
  public static PolicyAliases none() {
    return new PolicyAliases(null);
  }

  /**
   * These and what {@code az provider list --expand resourceTypes/aliases} printed.
   *
   * @param file what it printed
   * @param problems takes what is wrong with the file
   */
  public PolicyAliases with(Path file, List<Diagnostic> problems) {
    AliasFile.Loaded loaded = AliasFile.read(file, file.toString());
    problems.addAll(loaded.diagnostics());
    AliasTable base = table == null ? AliasTable.empty() : table;
    return new PolicyAliases(base.with(loaded.aliases()));
  }

  /** The table; null when there are no aliases. For this module's own use. */
  @Nullable AliasTable table() {
    return table;
  }
}
