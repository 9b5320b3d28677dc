package dev.interlock.usecases;

import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceItem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Lists evidence and whether it counts. */
public final class ListEvidence {

  /**
   * Every piece, by file.
   *
   * @param estate folder of the estate whose trusted keys decide
   * @param now evidence from later does not count
   * @throws InputRejected when the estate or the folder can't be used
   */
  public List<EvidenceItem> run(Path evidence, Path estate, Instant now) {
    return EvidenceBook.of(EvidenceFolder.read(evidence), DecideChange.estate(estate).estate(), now)
        .items();
  }
}
