package dev.interlock.usecases;

import dev.interlock.azure.AzureAccess;
import dev.interlock.azure.AzureInventory;
import dev.interlock.azure.InventoryScope;
import dev.interlock.azure.Patience;
import dev.interlock.document.MappingNode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Asks Azure what is there. */
public final class TakeInventory {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** As Azure allows names of management groups. */
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._()-]{0,89}");

  private static final Pattern TABLE = Pattern.compile("[A-Za-z]{1,60}");

  private final AzureAccess access;
  private final InventoryScope scope;

  /**
   * Prepares the question.
   *
   * @throws InputRejected when what is asked for can't be asked
   */
  public TakeInventory(AzureAccess access, InventoryScope scope) {
    List<Diagnostic> wrong = new ArrayList<>();
    each(scope.subscriptions(), ID, "--subscription", "az account list prints the ids", wrong);
    each(scope.managementGroups(), GROUP, "--management-group", "give its name, no id", wrong);
    each(scope.tables(), TABLE, "--table", "such as resources or policyresources", wrong);
    AzureEndpoint.problem(access).ifPresent(wrong::add);
    if (!wrong.isEmpty()) {
      throw new InputRejected(wrong);
    }
    this.access = access;
    this.scope = scope;
  }

  /**
   * Reads all rows.
   *
   * @param sink takes each of them, as {@code az graph query} prints it
   * @return how many there were
   * @throws dev.interlock.finding.Fault when Azure did not answer, or not with everything
   */
  public long run(Consumer<MappingNode> sink) {
    return AzureInventory.of(access, Patience::sleep).read(scope, sink);
  }

  private static void each(
      List<String> values, Pattern form, String option, String hint, List<Diagnostic> wrong) {
    values.stream()
        .filter(value -> !form.matcher(value).matches())
        .map(value -> problem(option, "can't be \"" + value + "\"", hint))
        .forEach(wrong::add);
  }

  private static Diagnostic problem(String option, String message, String hint) {
    return Diagnostic.error(ActionCode.BAD_OPTION.code(), SourceRef.file(option), message)
        .withHint(hint);
  }
}
