package dev.interlock.usecases;

import dev.interlock.finding.Finding;
import dev.interlock.usecases.spool.KeptFindings;
import java.util.List;

/** What a check has found so far: kept, and counted. */
final class FoundFindings {

  private final FindingCounter counter = new FindingCounter();
  private final KeptFindings kept;

  /** Nothing so far; what is found beyond so many lies on disk. */
  FoundFindings(int mostInMemory) {
    this.kept = new KeptFindings(mostInMemory);
  }

  void addAll(List<Finding> findings) {
    for (Finding finding : findings) {
      counter.count(finding);
      kept.keep(finding);
    }
  }

  KeptFindings kept() {
    return kept;
  }

  FindingCounts counts() {
    return counter.counts();
  }
}
