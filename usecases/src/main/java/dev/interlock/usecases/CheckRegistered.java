package dev.interlock.usecases;

import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.RegisterRefused;
import java.time.Instant;
import java.util.Optional;

/**
 * What the guardrails find on the files of a registered change: the findings that its decision
 * rests on, without asking for evidence or the calendar. Keeps nothing.
 */
public final class CheckRegistered {

  private final ChangeBook book;

  /** Checks the changes of this book. */
  public CheckRegistered(ChangeBook book) {
    this.book = book;
  }

  /**
   * Checks the newest version; empty when it has no manifests.
   *
   * @param now waivers that have ended by then cover nothing
   * @throws RegisterRefused when there is no such change
   * @throws InputRejected when the change can't be used with the estate any more
   */
  public Optional<ManifestFindings> run(String name, EstateInForce estate, Instant now)
      throws RegisterRefused {
    try (FiledFiles files = FiledFiles.of(book, book.require(name).version())) {
      return Optional.ofNullable(
          JudgeChange.findings(estate, files.read(estate.loaded().estate()), now));
    }
  }
}
