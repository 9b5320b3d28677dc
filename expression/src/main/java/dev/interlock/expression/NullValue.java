package dev.interlock.expression;

/** JSON's null. */
public enum NullValue implements Value {
  /** The only one. */
  NULL;

  @Override
  public String typeName() {
    return "Null";
  }
}
