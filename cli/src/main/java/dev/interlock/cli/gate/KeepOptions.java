package dev.interlock.cli.gate;

import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.OutputFile;
import dev.interlock.cli.options.RecordOptions;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.DecideChange;
import dev.interlock.usecases.DecidedChange;
import dev.interlock.usecases.DecisionPack;
import dev.interlock.usecases.RecordDecision.Recorded;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a decision is kept. */
final class KeepOptions {

  @Mixin private final RecordOptions record = new RecordOptions();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "With --record: private key that signs decision and checkpoint.")
  private @Nullable Path key;

  @Option(
      names = "--pack",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Writes one ZIP with everything the decision rests on; must not exist.")
  private @Nullable Path pack;

  /** True when the decision is to be kept. */
  boolean asked() {
    return signs() || pack != null;
  }

  /** True when something is to be signed here. */
  boolean signs() {
    return record.asked() || key != null;
  }

  /** Where the pack goes; null when none is wanted. */
  @Nullable Path pack() {
    return pack;
  }

  /** Throws when the options do not fit together. */
  void check(Function<String, ParameterException> usage) {
    if (record.asked() != (key != null)) {
      throw usage.apply("--record LEDGER and --key FILE belong together");
    }
  }

  /** Keeps the decision where it was asked for; says so among the messages. */
  void keep(DecideChange.Request request, DecidedChange decided, Invocation invocation) {
    if (pack != null) {
      DecisionPack.requireNew(pack);
    }
    Recorded recorded = key == null ? null : record.keep(decided, key, invocation);
    if (pack != null) {
      new DecisionPack().write(request, decided, signed(recorded), pack);
      invocation.err().line("Packed into " + pack);
    }
  }

  private static DecisionPack.@Nullable Signed signed(@Nullable Recorded recorded) {
    return recorded == null ? null : new DecisionPack.Signed(recorded.envelope(), recorded.proof());
  }
}
