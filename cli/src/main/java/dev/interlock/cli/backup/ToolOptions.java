package dev.interlock.cli.backup;

import dev.interlock.cli.options.EstateOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.recovery.BackupCatalogue;
import dev.interlock.usecases.ActionCode;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.RunToolBackup;
import dev.interlock.usecases.ToolCatalogue;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a backup takes that another tool makes. */
public final class ToolOptions {

  private static final Set<String> METHODS =
      Set.of(BackupCatalogue.PGBACKREST, BackupCatalogue.BARMAN);

  /** What saves files of attachments, and with them the store that they go to. */
  private static final Set<String> OF_FILES = Set.of("--filestore", "--to", "--new-store");

  private static final Set<String> HEEDED =
      Set.of(
          "--estate",
          "--environment",
          "--method",
          "--kind",
          "--pgbackrest",
          "--pgbackrest-config",
          "--pgbackrest-repo",
          "--barman",
          "--barman-config");

  @Mixin private final CatalogueOptions catalogues = new CatalogueOptions();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "How much of the server the backup holds: full, for pgBackRest differential or"
              + " incremental too. When absent, incremental for pgBackRest, which makes a full one"
              + " first where there is none, and full for Barman.")
  private @Nullable String kind;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /** True for a method by which another tool makes backups. */
  static boolean makes(String method) {
    return METHODS.contains(method);
  }

  /** Requires that no tool was named, which a method of ours would not heed. */
  void requireNothing(String method) {
    List<ToolCatalogue> named = catalogues.catalogues();
    if (!named.isEmpty()) {
      String tool = named.getFirst().method();
      throw wrong("--" + tool, method + " needs no other tool", "--method " + tool + " does");
    }
    if (kind != null) {
      throw wrong("--kind", method + " has no kinds", "leave it away");
    }
  }

  /** Lets the tool make one, and tells of it. */
  int run(EstateOption estate, String environment, String method, Invocation invocation) {
    requireAlone(method);
    var request = new RunToolBackup.Request(estate.folder(), environment, catalogue(method), kind);
    try (StageProgress progress = new StageProgress(invocation)) {
      var made = new RunToolBackup(invocation.clock(), progress).run(request);
      progress.ends();
      ToolBackupReport.text(made, invocation.out().writer());
      return made.isGood() ? ExitCode.GOOD : ExitCode.NO;
    }
  }

  private ToolCatalogue catalogue(String method) {
    List<ToolCatalogue> named = catalogues.catalogues();
    if (named.size() != 1 || !named.getFirst().method().equals(method)) {
      throw wrong(
          "--" + method,
          "nothing says, or more than one thing, which server " + method + " shall save",
          "name it with --" + method + " alone");
    }
    return named.getFirst();
  }

  /** Requires that nothing was said that the tool would not heed. */
  private void requireAlone(String method) {
    List<OptionSpec> said =
        Objects.requireNonNull(spec).commandLine().getParseResult().matchedOptions();
    for (OptionSpec option : said) {
      String name = option.longestName();
      if (!option.inherited() && OF_FILES.contains(name)) {
        throw wrong(
            name,
            method + " saves the server of the database, not the files of attachments",
            "save these with --method pg-dump after it; drill run finds them with --from");
      }
      if (!option.inherited() && !HEEDED.contains(name)) {
        throw wrong(name, method + " has it in its own settings, or has none", "leave it away");
      }
    }
  }

  private static InputRejected wrong(String option, String why, String hint) {
    return new InputRejected(ActionCode.BAD_OPTION.code(), option, why, hint);
  }
}
