package dev.interlock.document;

/**
 * How documents are read.
 *
 * @param dialect which plain YAML words are numbers and booleans; JSON is the same in both
 * @param limits how much is read
 */
public record ReadOptions(Dialect dialect, Limits limits) {

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
}
