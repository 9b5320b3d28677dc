package dev.interlock.cli.gate;

import dev.interlock.changes.Decision.Outcome;
import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.remote.Api;
import dev.interlock.cli.remote.AskDecision;
import dev.interlock.cli.remote.AskedDecision;
import dev.interlock.cli.remote.FileChange;
import dev.interlock.cli.remote.FiledChange;
import dev.interlock.cli.remote.ServerPlants;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.KeepDownload;
import dev.interlock.usecases.PrepareChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code gate --server}: the server has the change, decides, and records the decision. */
final class RemoteGate {

  private final Api api;
  private final Invocation invocation;

  private RemoteGate(Api api, Invocation invocation) {
    this.api = api;
    this.invocation = invocation;
  }

  /**
   * What to ask.
   *
   * @param change file of the change
   * @param patience how long for a decision that is {@code wait} to turn
   * @param pack where everything it was derived from goes, or null
   */
  record Question(Path change, Duration patience, @Nullable Path pack) {}

  static int run(Question question, ServerOption server, FormatOption format, Invocation invocation)
      throws IOException {
    if (question.pack() != null) {
      new KeepDownload().requireNew(question.pack());
    }
    Api api = Api.open(server, invocation);
    return new RemoteGate(api, invocation).run(question, format);
  }

  private int run(Question question, FormatOption format) {
    FiledChange filed =
        new FileChange(api, this::tell).run(new PrepareChange().run(question.change()));
    AskedDecision asked = new AskDecision(api).run(filed, question.patience());
    keep(asked, question.pack());
    var out = invocation.out().writer();
    format.choose(
        () -> GateText.write(view(filed, asked), out), () -> GateJson.write(asked.decision(), out));
    return asked.decision().outcome() == Outcome.GO ? ExitCode.GOOD : ExitCode.NO;
  }

  private void keep(AskedDecision asked, @Nullable Path pack) {
    if (pack != null) {
      new KeepDownload().run(api.get(asked.pack()).body(), pack);
      tell("Packed into " + pack);
    }
  }

  private GateView view(FiledChange filed, AskedDecision asked) {
    return new GateView(
        filed.name(),
        filed.title(),
        filed.environment(),
        asked.decision(),
        ServerPlants.of(api, filed.environment()),
        asked.missing(),
        new ApprovePage(api.page("/changes/" + Api.escaped(filed.name()))),
        invocation.terminal());
  }

  /** At once, because waiting may take long. */
  private void tell(String sentence) {
    invocation.err().line(Prose.safe(sentence));
    invocation.err().flush();
  }
}
