package dev.interlock.document;

/**
 * How much of hostile or mistaken input is read before it is refused with a diagnostic.
 *
 * @param fileBytes bytes of one file
 * @param pieceChars characters of one document, or of one element where a long list is handed over
 *     element by element
 * @param depth how deep mappings and lists may nest
 * @param aliasNodes how many values YAML aliases and merge keys may add to one document
 */
public record Limits(long fileBytes, int pieceChars, int depth, int aliasNodes) {

  public Limits {
    if (fileBytes < 1 || pieceChars < 1 || depth < 1 || aliasNodes < 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** For what people write by hand: 16 MiB a file. */
  public static Limits written() {
    return new Limits(16L << 20, 8 << 20, 100, 100_000);
  }

  /** For what programs export: 8 GiB a file, of which 32 Mi characters are held at once. */
  public static Limits exported() {
    return new Limits(8L << 30, 32 << 20, 200, 1_000_000);
  }
}
