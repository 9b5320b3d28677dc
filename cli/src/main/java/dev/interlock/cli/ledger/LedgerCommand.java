package dev.interlock.cli.ledger;

import picocli.CommandLine.Command;

/** {@code ledger}: the log of all evidence. */
@Command(
    name = "ledger",
    synopsisSubcommandLabel = "COMMAND",
    description = "Verifies and shows a ledger, offline, from its file and a public key.")
public final class LedgerCommand {}
