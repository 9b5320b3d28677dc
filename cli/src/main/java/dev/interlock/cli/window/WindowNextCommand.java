package dev.interlock.cli.window;

import dev.interlock.changes.NextWindow;
import dev.interlock.cli.options.DurationConverter;
import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.options.InstantConverter;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.FindWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code window next}: the earliest safe slot and the proof why. */
@Command(
    name = "next",
    sortOptions = false,
    description = {
      "Finds the earliest slot in which an environment may be changed, up to 400 days ahead.",
      "",
      "Asks the calendars and shifts of every plant the environment serves, each in its own time"
          + " zone, and says what stood in the way before."
    },
    footer = {
      "",
      "Exit code 1 when there is no slot.",
      "",
      "Examples:",
      "  interlock window next --estate estate/ --environment production",
      "  interlock window next --estate estate/ --environment production \\",
      "      --duration PT4H --tier high --from 2026-12-01T00:00:00Z",
      "  interlock window next --server https://interlock.example.com \\",
      "      --environment production%n"
    })
public final class WindowNextCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Option(
      names = "--estate",
      paramLabel = "DIR",
      description = "The estate: a folder of YAML files. Needed without --server.")
  private @Nullable Path estate;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      required = true,
      description = "The environment to change.")
  private String environment = "";

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Not before, such as 2026-11-22T09:00:00Z; now when absent.")
  private @Nullable Instant from;

  @Option(
      names = "--duration",
      paramLabel = "LENGTH",
      defaultValue = "PT2H",
      converter = DurationConverter.class,
      description = "How long it takes, going back included; PT2H when absent.")
  private Duration duration = Duration.ofHours(2);

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      description = "Risk tier of the change; the policy's usual one when absent.")
  private @Nullable String tier;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "A service it touches; any when absent. May be repeated.")
  private Set<String> services = Set.of();

  @Mixin private final FormatOption format = new FormatOption();

  @Mixin private final ServerOption server = new ServerOption();

  @Spec private @Nullable CommandSpec spec;

  /** Runs with these streams. */
  public WindowNextCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    if ((estate == null) != server.named()) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "expected --estate DIR or --server URL");
    }
    SlotAnswer answer = estate == null ? remote() : local(estate);
    answer.warnings().forEach(invocation.err()::problem);
    if (answer.next() instanceof NextWindow.Unknown unknown) {
      unknown.problems().forEach(invocation.err()::problem);
    }
    var out = invocation.out().writer();
    format.choose(
        () -> WindowReport.text(answer, invocation.terminal().width(), out),
        () -> WindowReport.json(answer, out));
    return switch (answer.next()) {
      case NextWindow.Found _ -> ExitCode.GOOD;
      case NextWindow.None _ -> ExitCode.NO;
      case NextWindow.Unknown _ -> ExitCode.BAD_INPUT;
    };
  }

  private SlotAnswer local(Path folder) {
    var request = new FindWindow.Request(folder, environment, duration, tier, services);
    Instant when = from == null ? invocation.clock().instant() : from;
    return SlotAnswer.of(new FindWindow().run(request, when));
  }

  private SlotAnswer remote() throws IOException {
    var question = new RemoteWindow.Question(environment, duration, tier, from, services);
    return RemoteWindow.ask(question, server, invocation);
  }
}
