package dev.interlock.guardrails.azurepolicy.model;

import java.util.Optional;

/** The types that a parameter can have. */
public enum ParameterType {
  /** A text. */
  STRING("String"),
  /** A list. */
  ARRAY("Array"),
  /** Properties. */
  OBJECT("Object"),
  /** True or false. */
  BOOLEAN("Boolean"),
  /** A whole number. */
  INTEGER("Integer"),
  /** A number. */
  FLOAT("Float"),
  /** An instant, written as ISO 8601 text. */
  DATE_TIME("DateTime");

  private final String word;

  ParameterType(String word) {
    this.word = word;
  }

  /** The type of that name in any letter case. */
  public static Optional<ParameterType> of(String written) {
    for (ParameterType type : values()) {
      if (type.word.equalsIgnoreCase(written)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** As Microsoft writes it. */
  public String word() {
    return word;
  }
}
