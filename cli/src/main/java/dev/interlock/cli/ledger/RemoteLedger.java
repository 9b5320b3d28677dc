package dev.interlock.cli.ledger;

import dev.interlock.cli.options.FormatOption;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.remote.Api;
import dev.interlock.cli.remote.Part;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.ledger.Bytes;
import dev.interlock.usecases.KeepDownload;
import dev.interlock.usecases.VerifyCheckpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ledger verify --server}: the server hands out, what is said of it is found here. */
final class RemoteLedger {

  private RemoteLedger() {}

  /**
   * What to verify.
   *
   * @param keys files with public keys that may have signed its checkpoints
   * @param since a checkpoint kept from earlier, or null
   * @param keep file for the latest checkpoint, or null
   */
  record Question(List<Path> keys, @Nullable Path since, @Nullable Path keep) {
    Question {
      keys = List.copyOf(keys);
    }
  }

  /** Prints what was found; true when it holds. A checkpoint that does not hold is not kept. */
  static boolean verify(
      Question question, ServerOption server, FormatOption format, Invocation invocation)
      throws IOException {
    if (question.keep() != null) {
      new KeepDownload().requireNew(question.keep());
    }
    var verifying = new VerifyCheckpoint(question.keys(), question.since());
    Api api = Api.open(server, invocation);
    byte[] note = api.get("/ledger/checkpoint").body();
    VerifyCheckpoint.Found found =
        verifying.run(
            api.page("/api/v1/ledger/checkpoint"),
            Bytes.of(note),
            (from, to) -> path(api, from, to));
    if (question.keep() != null && found.holds()) {
      new KeepDownload().run(note, question.keep());
      invocation.err().line("Kept in " + question.keep());
    }
    var out = invocation.out().writer();
    format.choose(() -> CheckpointReport.text(found, out), () -> CheckpointReport.json(found, out));
    return found.holds();
  }

  private static List<String> path(Api api, long from, long to) {
    Part proof = api.get("/ledger/consistency?from=" + from + "&to=" + to).json();
    return proof.texts("path");
  }
}
