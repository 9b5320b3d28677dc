package dev.interlock.recovery.filestore;

/**
 * What a comparison of a filestore with a list found.
 *
 * @param listed what the list names
 * @param problems what is wrong with listed files; of each kind the first are named
 * @param orphans what lies there and is not listed, which does no harm
 */
public record VerifiedFiles(FileTotals listed, FileProblems problems, Orphans orphans) {

  /** True when every listed file is there and right. */
  public boolean isWhole() {
    return problems.isEmpty();
  }

  /**
   * Files that no list names.
   *
   * @param marked of these, files that Odoo has marked to be removed
   * @param unmarked all others
   */
  public record Orphans(long marked, long unmarked) {}
}
