package dev.interlock.recovery.filestore;

/** How many files, and their size together. */
public record FileTotals(long files, long bytes) {

  /** Nothing. */
  public static final FileTotals NONE = new FileTotals(0, 0);

  /** With one more. */
  public FileTotals plus(long size) {
    return new FileTotals(files + 1, bytes + size);
  }
}
