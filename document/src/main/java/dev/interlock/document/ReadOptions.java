package dev.interlock.document;

/**
 * How documents are read.
 *
 * @param dialect which plain YAML words are numbers and booleans; JSON is the same in both
 * @param limits how much is read
 * @param comments whether comments in JSON are read over, whatever the JSON is
 */
public record ReadOptions(Dialect dialect, Limits limits, boolean comments) {

  /** Comments in JSON only where Azure documents them: in templates and their parameter files. */
  public ReadOptions(Dialect dialect, Limits limits) {
    this(dialect, limits, false);
  }

  /** Which plain YAML words are more than text. */
  public enum Dialect {
    /** The core schema of YAML 1.2, section 10.3: {@code yes} is text, {@code 0644} is 644. */
    YAML_1_2,
    /**
     * What kubectl reads (YAML 1.1 as go-yaml 2 has it): {@code yes}, {@code on} and {@code y} are
     * true, {@code 0644} is octal, {@code 1_000} is a number.
     */
    KUBERNETES
  }

  /** For the estate, changes and controls. */
  public static ReadOptions own() {
    return new ReadOptions(Dialect.YAML_1_2, Limits.written());
  }

  /** For manifests and inventories. */
  public static ReadOptions exported() {
    return new ReadOptions(Dialect.KUBERNETES, Limits.exported());
  }

  /** For policy files, which tools keep as JSON with comments, and export with thousands in one. */
  public static ReadOptions policies() {
    Limits limits = new Limits(1L << 30, 256 << 20, 200, 1_000_000);
    return new ReadOptions(Dialect.YAML_1_2, limits, true);
  }
}
