package dev.interlock.usecases;

import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.PolicyAliases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Azure Policy that a user gives beside that of the estate.
 *
 * @param folders files and folders with definitions, initiatives, assignments and exemptions
 * @param aliases what {@code az provider list --expand resourceTypes/aliases} printed; null for the
 *     shipped table alone
 */
public record GivenPolicies(List<Path> folders, @Nullable Path aliases) {

  /** Nothing. */
  public static final GivenPolicies NONE = new GivenPolicies(List.of(), null);

  public GivenPolicies {
    folders = List.copyOf(folders);
  }

  /**
   * The shipped aliases and those that were given.
   *
   * @throws InputRejected when those that were given can't be read
   */
  PolicyAliases names() {
    if (aliases == null) {
      return PolicyAliases.shipped();
    }
    List<Diagnostic> problems = new ArrayList<>();
    PolicyAliases names = PolicyAliases.shipped().with(aliases, problems);
    if (problems.stream().anyMatch(Diagnostic::isError)) {
      throw new InputRejected(problems);
    }
    return names;
  }
}
