package dev.interlock.azure;

import dev.interlock.finding.Fault;
import java.net.URI;
import java.util.List;

/** A program that reads as one kind of identity, in an environment of its own. */
final class InventoryProbe {

  private InventoryProbe() {}

  /** Takes the address of Azure and the kind of credential. */
  public static void main(String[] args) {
    var access =
        new AzureAccess(Cloud.PUBLIC, URI.create(args[0]), CredentialKind.valueOf(args[1]));
    var scope = new InventoryScope(List.of(), List.of(), List.of("resources"));
    try {
      long rows =
          AzureInventory.of(access, Patience::sleep)
              .read(scope, row -> System.out.println(row.text("name")));
      System.out.println(rows + " rows");
    } catch (Fault fault) {
      System.out.println(fault.code() + " " + fault.getMessage());
    }
  }
}
