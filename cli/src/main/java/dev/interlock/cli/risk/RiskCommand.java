package dev.interlock.cli.risk;

import picocli.CommandLine.Command;

/** {@code risk}: risk tiers. */
@Command(
    name = "risk",
    synopsisSubcommandLabel = "COMMAND",
    description = "Explains the risk tier of a change.")
public final class RiskCommand {}
