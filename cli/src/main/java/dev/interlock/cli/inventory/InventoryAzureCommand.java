package dev.interlock.cli.inventory;

import dev.interlock.azure.InventoryScope;
import dev.interlock.cli.options.AzureOptions;
import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.NodeJson;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.Progress;
import dev.interlock.cli.terminal.ResultFile;
import dev.interlock.usecases.TakeInventory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code inventory azure}. */
@Command(
    name = "azure",
    sortOptions = false,
    description = {
      "Asks Azure Resource Graph for everything that is there now, and writes it as an",
      "inventory that check reads. Reads only; the role Reader is enough."
    },
    footer = {
      "",
      "Without --subscription and --management-group: everything that the identity may read.",
      "",
      "Exit code 3 when Azure could not be asked or did not give everything: then no FILE is",
      "written, and what was printed is not whole.",
      "",
      "Examples:",
      "  interlock inventory azure --management-group erp --output now.json",
      "  interlock check now.json --policies policies/ --estate estate/",
      "  interlock inventory azure --credential azure-cli | interlock check -%n"
    })
public final class InventoryAzureCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Option(
      names = "--subscription",
      paramLabel = "ID",
      description = "Subscription to read. May be repeated.")
  private List<String> subscriptions = List.of();

  @Option(
      names = "--management-group",
      paramLabel = "NAME",
      description = "Management group to read, with all below it. May be repeated.")
  private List<String> managementGroups = List.of();

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description =
          "Table of Resource Graph; resources and resourcecontainers when absent. May be"
              + " repeated.")
  private List<String> tables = InventoryScope.USUAL_TABLES;

  @Mixin private final AzureOptions azure = new AzureOptions();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Writes the inventory there, whole or not at all.")
  private @Nullable Path output;

  /** Runs with these streams. */
  public InventoryAzureCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var inventory =
        new TakeInventory(
            azure.access(), new InventoryScope(subscriptions, managementGroups, tables));
    if (output == null) {
      write(inventory, invocation.out().writer());
    } else {
      ResultFile.write(output, out -> write(inventory, out));
      invocation.err().line("written to " + Prose.safe(output.toString()));
    }
    return ExitCode.GOOD;
  }

  private void write(TakeInventory inventory, PrintWriter out) {
    AtomicLong done = new AtomicLong();
    try (Progress progress = new Progress(invocation, "resources read:", 0)) {
      JsonText.write(
          out,
          json -> {
            json.writeStartObject();
            json.writeStringProperty("source", "Azure Resource Graph");
            json.writeStringProperty("at", invocation.clock().instant().toString());
            json.writeArrayPropertyStart("data");
            long rows =
                inventory.run(row -> {
                  NodeJson.write(json, row);
                  progress.done(done.incrementAndGet());
                });
            json.writeEndArray();
            json.writeNumberProperty("count", rows);
            json.writeEndObject();
          });
    }
  }
}
