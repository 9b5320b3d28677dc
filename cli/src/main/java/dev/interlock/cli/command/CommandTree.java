package dev.interlock.cli.command;

import static dev.interlock.cli.command.CommandEntry.group;
import static dev.interlock.cli.command.CommandEntry.leaf;

import dev.interlock.cli.backup.BackupApproveCommand;
import dev.interlock.cli.backup.BackupCommand;
import dev.interlock.cli.backup.BackupHoldCommand;
import dev.interlock.cli.backup.BackupKeygenCommand;
import dev.interlock.cli.backup.BackupListCommand;
import dev.interlock.cli.backup.BackupPruneCommand;
import dev.interlock.cli.backup.BackupReleaseCommand;
import dev.interlock.cli.backup.BackupRunCommand;
import dev.interlock.cli.backup.BackupStatusCommand;
import dev.interlock.cli.backup.BackupWalCommand;
import dev.interlock.cli.changes.ChangesCommand;
import dev.interlock.cli.changes.ChangesListCommand;
import dev.interlock.cli.changes.ChangesNewCommand;
import dev.interlock.cli.changes.ChangesShowCommand;
import dev.interlock.cli.changes.ChangesWithdrawCommand;
import dev.interlock.cli.check.CheckCommand;
import dev.interlock.cli.controls.ControlsCommand;
import dev.interlock.cli.controls.ControlsListCommand;
import dev.interlock.cli.controls.ControlsNewCommand;
import dev.interlock.cli.controls.ControlsShowCommand;
import dev.interlock.cli.drill.DrillAzureCommand;
import dev.interlock.cli.drill.DrillCommand;
import dev.interlock.cli.drill.DrillCompareCommand;
import dev.interlock.cli.drill.DrillExportCommand;
import dev.interlock.cli.drill.DrillListCommand;
import dev.interlock.cli.drill.DrillRunCommand;
import dev.interlock.cli.drill.DrillShowCommand;
import dev.interlock.cli.estate.EstateCheckCommand;
import dev.interlock.cli.estate.EstateCommand;
import dev.interlock.cli.estate.EstateSchemaCommand;
import dev.interlock.cli.evidence.ApproveCommand;
import dev.interlock.cli.evidence.EvidenceCommand;
import dev.interlock.cli.evidence.EvidenceKeygenCommand;
import dev.interlock.cli.evidence.EvidenceKindsCommand;
import dev.interlock.cli.evidence.EvidenceListCommand;
import dev.interlock.cli.evidence.EvidenceNewCommand;
import dev.interlock.cli.evidence.EvidenceSendCommand;
import dev.interlock.cli.evidence.EvidenceSignCommand;
import dev.interlock.cli.expand.ExpandCommand;
import dev.interlock.cli.gate.GateCommand;
import dev.interlock.cli.init.InitCommand;
import dev.interlock.cli.inventory.InventoryAzureCommand;
import dev.interlock.cli.inventory.InventoryCommand;
import dev.interlock.cli.ledger.LedgerCommand;
import dev.interlock.cli.ledger.LedgerExportCommand;
import dev.interlock.cli.ledger.LedgerShowCommand;
import dev.interlock.cli.ledger.LedgerVerifyCommand;
import dev.interlock.cli.policy.PolicyCommand;
import dev.interlock.cli.policy.PolicyEvalCommand;
import dev.interlock.cli.policy.PolicyImportCommand;
import dev.interlock.cli.policy.PolicyListCommand;
import dev.interlock.cli.policy.PolicyShowCommand;
import dev.interlock.cli.policy.PolicyTestCommand;
import dev.interlock.cli.recovery.RecoveryCommand;
import dev.interlock.cli.recovery.RecoveryGameDaysCommand;
import dev.interlock.cli.recovery.RecoveryPlanCommand;
import dev.interlock.cli.recovery.RecoverySheetsCommand;
import dev.interlock.cli.risk.RiskCommand;
import dev.interlock.cli.risk.RiskExplainCommand;
import dev.interlock.cli.server.UpCommand;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.window.WindowCommand;
import dev.interlock.cli.window.WindowNextCommand;
import java.util.List;
import picocli.CommandLine;

/** All commands, and how those that a command line needs are put together. */
final class CommandTree {

  private static final List<CommandEntry> COMMANDS =
      List.of(
          leaf("up", UpCommand::new),
          leaf("init", InitCommand::new),
          leaf("check", CheckCommand::new),
          leaf("gate", GateCommand::new),
          leaf("approve", ApproveCommand::new),
          group(
              "changes",
              _ -> new ChangesCommand(),
              leaf("new", ChangesNewCommand::new),
              leaf("list", ChangesListCommand::new),
              leaf("show", ChangesShowCommand::new),
              leaf("withdraw", ChangesWithdrawCommand::new)),
          leaf("expand", ExpandCommand::new),
          group(
              "inventory", _ -> new InventoryCommand(), leaf("azure", InventoryAzureCommand::new)),
          group(
              "backup",
              _ -> new BackupCommand(),
              leaf("run", BackupRunCommand::new),
              leaf("wal", BackupWalCommand::new),
              leaf("list", BackupListCommand::new),
              leaf("status", BackupStatusCommand::new),
              leaf("prune", BackupPruneCommand::new),
              leaf("approve", BackupApproveCommand::new),
              leaf("hold", BackupHoldCommand::new),
              leaf("release", BackupReleaseCommand::new),
              leaf("keygen", BackupKeygenCommand::new)),
          group(
              "drill",
              _ -> new DrillCommand(),
              leaf("run", DrillRunCommand::new),
              leaf("azure", DrillAzureCommand::new),
              leaf("list", DrillListCommand::new),
              leaf("show", DrillShowCommand::new),
              leaf("compare", DrillCompareCommand::new),
              leaf("export", DrillExportCommand::new)),
          group(
              "recovery",
              _ -> new RecoveryCommand(),
              leaf("plan", RecoveryPlanCommand::new),
              leaf("sheets", RecoverySheetsCommand::new),
              leaf("game-days", RecoveryGameDaysCommand::new)),
          group("window", _ -> new WindowCommand(), leaf("next", WindowNextCommand::new)),
          group("risk", _ -> new RiskCommand(), leaf("explain", RiskExplainCommand::new)),
          group(
              "controls",
              _ -> new ControlsCommand(),
              leaf("list", ControlsListCommand::new),
              leaf("show", ControlsShowCommand::new),
              leaf("new", ControlsNewCommand::new)),
          group(
              "policy",
              _ -> new PolicyCommand(),
              leaf("eval", PolicyEvalCommand::new),
              leaf("test", PolicyTestCommand::new),
              leaf("list", PolicyListCommand::new),
              leaf("show", PolicyShowCommand::new),
              leaf("import", PolicyImportCommand::new)),
          group(
              "estate",
              _ -> new EstateCommand(),
              leaf("check", EstateCheckCommand::new),
              leaf("schema", EstateSchemaCommand::new)),
          group(
              "evidence",
              _ -> new EvidenceCommand(),
              leaf("keygen", EvidenceKeygenCommand::new),
              leaf("kinds", EvidenceKindsCommand::new),
              leaf("new", EvidenceNewCommand::new),
              leaf("sign", EvidenceSignCommand::new),
              leaf("list", EvidenceListCommand::new),
              leaf("send", EvidenceSendCommand::new)),
          group(
              "ledger",
              _ -> new LedgerCommand(),
              leaf("verify", LedgerVerifyCommand::new),
              leaf("show", LedgerShowCommand::new),
              leaf("export", LedgerExportCommand::new)),
          leaf("generate-completion", CompletionCommand::new));

  private CommandTree() {}

  /** The parser for these arguments: only the commands on the way to the one that is named. */
  static CommandLine parserFor(List<String> args, Invocation invocation) {
    CommandLine root = new CommandLine(new RootCommand());
    attach(root, COMMANDS, args.stream().filter(a -> !a.startsWith("-")).toList(), invocation);
    return root;
  }

  /** The parser with every command, for help, completion and the documentation. */
  static CommandLine wholeParser(Invocation invocation) {
    return parserFor(List.of(), invocation);
  }

  private static void attach(
      CommandLine parent, List<CommandEntry> entries, List<String> words, Invocation invocation) {
    List<CommandEntry> named =
        words.isEmpty()
            ? entries
            : entries.stream().filter(e -> e.name().equals(words.getFirst())).toList();
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    for (CommandEntry entry : named.isEmpty() ? entries : named) {
      CommandLine line = new CommandLine(entry.command().apply(invocation));
      attach(line, entry.children(), named.isEmpty() ? List.of() : rest, invocation);
      parent.addSubcommand(entry.name(), line);
    }
  }
}
