package dev.interlock.changes.calendar;

/**
 * One value of a calendar can't be understood. Thrown while a value is read and caught where its
 * place is known, which makes a diagnostic of it; never leaves the calendar reader.
 */
public final class Misread extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final CalendarProblem problem;

  /** A problem, with what is wrong and what was expected. */
  public Misread(CalendarProblem problem, String message) {
    super(message, null, false, false);
    this.problem = problem;
  }

  /** Which kind of problem it is. */
  public CalendarProblem problem() {
    return problem;
  }

  /** What is wrong and what was expected. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
