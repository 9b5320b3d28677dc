package dev.interlock.usecases;

import dev.interlock.changes.FiledVersion;
import dev.interlock.changes.Submission;
import dev.interlock.facts.FactReader;
import dev.interlock.ledger.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Checks manifests that somebody sent against the guardrails in force. Keeps nothing. */
public final class CheckSubmitted {

  /**
   * Checks.
   *
   * @param files content by path
   * @param environment of the estate, or null
   * @param now waivers that have expired by then cover nothing
   * @throws InputRejected when there is no such environment
   * @throws dev.interlock.changes.RegisterRefused when a path leads elsewhere, or they are too many
   */
  public CheckReport run(
      SortedMap<String, Bytes> files,
      @Nullable String environment,
      EstateInForce estate,
      Instant now) {
    if (files.isEmpty()) {
      throw new InputRejected(
          ActionCode.NOTHING_TO_CHECK.code(), "files", "there is nothing to check", "send files");
    }
    try (FiledFiles filed = FiledFiles.of(new Submission(files.firstKey(), files))) {
      CheckGuardrails.Request request =
          new CheckGuardrails.Request(
              List.copyOf(files.keySet()), estate.folder(), environment, List.of(), false);
      return new CheckGuardrails(FactReader.below(filed.folder())).run(request, now);
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
    return run(files, version.environment(), estate, now);
  }
}
