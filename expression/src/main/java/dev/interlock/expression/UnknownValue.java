package dev.interlock.expression;

/**
 * A value that nobody can know yet: what a resource answers after it was made, the output of a
 * template that is elsewhere. Whatever is computed from it is unknown too, unless it does not
 * matter.
 *
 * @param reason why, in a few plain words
 */
public record UnknownValue(String reason) implements Value {

  @Override
  public boolean isKnown() {
    return false;
  }

  @Override
  public String typeName() {
    return "Unknown";
  }
}
