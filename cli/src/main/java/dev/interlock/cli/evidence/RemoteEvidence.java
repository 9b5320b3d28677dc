package dev.interlock.cli.evidence;

import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.output.Prose;
import dev.interlock.cli.remote.Api;
import dev.interlock.cli.remote.EvidencePiece;
import dev.interlock.cli.remote.FiledChange;
import dev.interlock.cli.remote.OtherVersion;
import dev.interlock.cli.remote.SendEvidence;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.evidence.Approval.Answer;
import dev.interlock.usecases.ApproveChange;
import dev.interlock.usecases.ChangeToSend;
import dev.interlock.usecases.PrepareChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence for a server. */
final class RemoteEvidence {

  private RemoteEvidence() {}

  /** Sends all; false when a piece does not count. */
  static boolean send(List<Path> files, ServerOption server, Invocation invocation)
      throws IOException {
    List<EvidencePiece> pieces = EvidencePiece.read(files);
    SendEvidence sending = new SendEvidence(Api.open(server, invocation));
    boolean all = true;
    for (EvidencePiece piece : pieces) {
      String why = sending.run(piece);
      line(
          piece.name() + (why == null ? ": counts" : ": does not count, because " + why),
          invocation);
      all &= why == null;
    }
    return all;
  }

  /**
   * A person's answer.
   *
   * @param change file of the change
   * @param says what the person answers
   * @param key file of the person's private key
   * @param out file that keeps the signed answer as well, or null
   * @param at when it was given
   */
  record Answering(
      Path change, ApproveChange.Answered says, Path key, @Nullable Path out, Instant at) {}

  /** Signs here and files there; false when the answer does not count. */
  static boolean answer(Answering answering, ServerOption server, Invocation invocation)
      throws IOException {
    Api api = Api.open(server, invocation);
    ChangeToSend change = new PrepareChange().run(answering.change());
    String name = change.request().name();
    FiledChange filed = FiledChange.of(api.get("/changes/" + Api.escaped(name)));
    OtherVersion.refuse(api.page(""), filed.digest(), change.request().digest());
    var envelope =
        new ApproveChange()
            .sign(change, answering.says(), answering.key(), answering.out(), answering.at());
    EvidencePiece piece = new EvidencePiece("the answer", envelope.toJson());
    String why = new SendEvidence(api).run(piece);
    String word = answering.says().answer() == Answer.REJECT ? "Refused " : "Approved ";
    String version = name + " (" + filed.digest() + ")";
    line(
        why == null
            ? word + version
            : "Signed and filed, but it does not count, because " + why + ": " + version,
        invocation);
    return why == null;
  }

  private static void line(String text, Invocation invocation) {
    invocation.out().line(Prose.safe(text));
  }
}
