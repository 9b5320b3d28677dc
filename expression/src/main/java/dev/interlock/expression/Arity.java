package dev.interlock.expression;

/**
 * How many arguments a function takes.
 *
 * @param least at least
 * @param most at most
 */
public record Arity(int least, int most) {

  /** As many as Azure lets any function have. */
  public static final int ANY = 800;

  /** Exactly so many. */
  public static Arity of(int exactly) {
    return new Arity(exactly, exactly);
  }

  /** From one number to another. */
  public static Arity of(int least, int most) {
    return new Arity(least, most);
  }

  /** So many or more. */
  public static Arity atLeast(int least) {
    return new Arity(least, ANY);
  }

  /** True when a call with so many is right. */
  public boolean allows(int count) {
    return count >= least && count <= most;
  }

  @Override
  public String toString() {
    if (least == most) {
      return least == 1 ? "one argument" : least + " arguments";
    }
    if (most == ANY) {
      return least == 1 ? "one argument or more" : least + " arguments or more";
    }
    return least + " to " + most + " arguments";
  }
}
