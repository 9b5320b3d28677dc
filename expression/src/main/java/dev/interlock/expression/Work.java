package dev.interlock.expression;

/**
 * How much work evaluations may still make: calls of functions, and what passes through them. Not
 * safe for use by several threads.
 */
public final class Work {

  /** Enough for any real expression, and soon over. */
  private static final long OF_ONE = 2_000_000;

  /** What is constant is computed ahead of time only when it is done at once. */
  private static final long OF_FOLDING = 500;

  /** So many characters of JSON that a function is given are as much work as its call. */
  private static final int CHARACTERS = 64;

  private long left;

  /**
   * So much, for one evaluation or several together.
   *
   * @param most calls of functions
   */
  public Work(long most) {
    this.left = most;
  }

  /** The work that one evaluation may make. */
  static Work ofOne() {
    return new Work(OF_ONE);
  }

  /** The work that may be made ahead of time. */
  static Work ofFolding() {
    return new Work(OF_FOLDING);
  }

  /**
   * Counts work.
   *
   * @throws ExpressionException when it is too much
   */
  public void spend(long more) {
    left -= more;
    if (left < 0) {
      throw new ExpressionException("the expression takes too much work: it makes too many calls");
    }
  }

  /** How much is left; less than nothing when too much was spent. */
  public long left() {
    return left;
  }

  /** Counts what a function is given or gives. */
  void passed(Value value) {
    spend(value.weight() / CHARACTERS);
  }
}
