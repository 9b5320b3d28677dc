package dev.interlock.usecases;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Suggestion;
import dev.interlock.guardrails.PolicyCatalogue;
import java.nio.file.Path;
import java.util.List;

/** What folders of Azure Policy objects hold. */
public final class ListPolicies {

  /**
   * Reads them.
   *
   * @throws InputRejected when nothing of it can be used
   */
  public PolicyCatalogue run(List<Path> paths) {
    PolicyCatalogue catalogue = PolicyCatalogue.read(paths);
    boolean broken = catalogue.diagnostics().stream().anyMatch(Diagnostic::isError);
    if (broken && catalogue.rows().isEmpty()) {
      throw new InputRejected(catalogue.diagnostics());
    }
    return catalogue;
  }

  /**
   * The objects of a name or id, in any letter case.
   *
   * @throws InputRejected when there is none
   */
  public static List<PolicyCatalogue.Row> find(PolicyCatalogue catalogue, String name) {
    List<PolicyCatalogue.Row> rows = catalogue.rows();
    List<PolicyCatalogue.Row> found =
        rows.stream()
            .filter(row -> row.name().equalsIgnoreCase(name) || row.id().equalsIgnoreCase(name))
            .toList();
    if (found.isEmpty()) {
      List<String> names = rows.stream().map(PolicyCatalogue.Row::name).toList();
      throw new InputRejected(
          ActionCode.NO_POLICY.code(),
          name,
          "there is no policy object of this name",
          Suggestion.didYouMean(name, names).orElse(null));
    }
    return found;
  }
}
