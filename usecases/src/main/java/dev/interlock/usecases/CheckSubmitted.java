package dev.interlock.usecases;

import dev.interlock.changes.FiledVersion;
import dev.interlock.ledger.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Checks manifests that somebody sent against the guardrails in force. Keeps nothing. */
public final class CheckSubmitted {

  /**
   * What to check, and for what.
   *
   * @param sent the files, and what the sender calls them
   * @param environment of the estate, or null
   * @param complete the inputs are all there is of the environment: waivers that cover nothing are
   *     then findings
   * @param target where templates among them would be deployed to
   */
  public record Request(
      FilesToCheck sent, @Nullable String environment, boolean complete, SentTarget target) {}

  /**
   * Checks.
   *
   * @param now waivers that have expired by then cover nothing
   * @throws InputRejected when there is no such environment, or files and inputs don't fit
   * @throws dev.interlock.changes.RegisterRefused when a path leads elsewhere, or they are too many
   */
  public CheckReport run(Request request, EstateInForce estate, Instant now) {
    FilesToCheck sent = request.sent();
    if (sent.inputs().isEmpty()) {
      throw new InputRejected(
          ActionCode.NOTHING_TO_CHECK.code(), "files", "there is nothing to check", "send files");
    }
    InForceNames names = new InForceNames(estate);
    names.require(request.environment());
    try (LaidFiles laid = LaidFiles.of(sent)) {
      var inputs =
          new CheckGuardrails.Request(
              sent.names(),
              estate.folder(),
              request.environment(),
              List.of(),
              GivenPolicies.NONE,
              request.target().at(now),
              request.complete());
      return names.in(new CheckGuardrails(laid.reader()).run(inputs, now));
    }
  }

  /**
   * Checks the manifests of a registered change in its environment.
   *
   * @throws dev.interlock.changes.RegisterRefused when there is no such change
   */
  public CheckReport run(ChangeBook book, String change, EstateInForce estate, Instant now) {
    FiledVersion version = book.require(change).version();
    SortedMap<String, Bytes> files = FiledFiles.contents(book, version);
    files.remove(version.document());
    return run(request(FilesToCheck.of(files), version), estate, now);
  }

  private static Request request(FilesToCheck files, FiledVersion version) {
    return new Request(files, version.environment(), false, SentTarget.NONE);
  }
}
