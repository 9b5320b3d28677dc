package dev.interlock.usecases;

import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.finding.Diagnostic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Lists evidence and whether it counts. */
public final class ListEvidence {

  /**
   * What is in a folder.
   *
   * @param items every piece, by file
   * @param warnings files that were passed over or can't be opened
   */
  public record Listing(List<EvidenceItem> items, List<Diagnostic> warnings) {
    public Listing {
      items = List.copyOf(items);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Every piece, by file.
   *
   * @param estate folder of the estate whose trusted keys decide
   * @param now evidence from later does not count
   * @throws InputRejected when the estate or the folder can't be used
   */
  public Listing run(Path evidence, Path estate, Instant now) {
    EvidenceFolder folder = EvidenceFolder.read(evidence);
    EvidenceBook book = EvidenceBook.of(folder.files(), DecideChange.estate(estate).estate(), now);
    return new Listing(book.items(), folder.warnings());
  }
}
