package dev.interlock.expression;

/** True or false. */
public enum BooleanValue implements Value {
  /** True. */
  TRUE,
  /** False. */
  FALSE;

  /** The value of a boolean. */
  public static BooleanValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** As Java has it. */
  public boolean isTrue() {
    return this == TRUE;
  }

  @Override
  public String typeName() {
    return "Boolean";
  }
}
