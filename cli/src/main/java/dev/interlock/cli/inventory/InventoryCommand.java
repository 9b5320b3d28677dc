package dev.interlock.cli.inventory;

import picocli.CommandLine.Command;

/** {@code inventory}: what is there. */
@Command(
    name = "inventory",
    synopsisSubcommandLabel = "COMMAND",
    description = "Reads what is there now, for check and the gate.")
public final class InventoryCommand {}
