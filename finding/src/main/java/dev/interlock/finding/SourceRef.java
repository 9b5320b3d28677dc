package dev.interlock.finding;

/**
 * Where something was written or observed.
 *
 * @param file a path as the user gave it, or the name of the API that was read
 * @param line 1-based; 0 when the place has no lines
 * @param column 1-based, counted in Unicode code points; 0 when unknown
 */
public record SourceRef(String file, int line, int column) {

  public SourceRef {
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException("line and column must not be negative");
    }
  }

  /** A place known only by its file. */
  public static SourceRef file(String file) {
    return new SourceRef(file, 0, 0);
  }

  /** {@code file:line:column}, leaving out what is unknown. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
