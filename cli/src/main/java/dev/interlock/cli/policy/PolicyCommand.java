package dev.interlock.cli.policy;

import picocli.CommandLine.Command;

/** {@code policy}: Microsoft's policy language without Azure. */
@Command(
    name = "policy",
    synopsisSubcommandLabel = "COMMAND",
    description = "Evaluates and tests Azure Policy definitions without Azure.")
public final class PolicyCommand {}
