package dev.interlock.usecases;

import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.RegisterRefused;
import java.time.Instant;
import java.util.List;

/** Lists the evidence in the register, and whether it counts by the estate in force. */
public final class ListRegisteredEvidence {

  private final ChangeBook book;

  /** Lists the evidence of this book. */
  public ListRegisteredEvidence(ChangeBook book) {
    this.book = book;
  }

  /** Evidence about no single change. */
  public List<EvidenceItem> run(EstateInForce estate, Instant now) {
    book.catchUp();
    return items(new RegisteredEvidence(book).shared(), estate, now);
  }

  /**
   * Evidence about one change, of whatever version.
   *
   * @throws RegisterRefused when there is no such change
   */
  public List<EvidenceItem> run(String change, EstateInForce estate, Instant now)
      throws RegisterRefused {
    return items(new RegisteredEvidence(book).about(book.require(change)), estate, now);
  }

  private static List<EvidenceItem> items(
      List<EvidenceFile> files, EstateInForce estate, Instant now) {
    return estate.evidence().read(files, now).items();
  }
}
