package dev.interlock.facts.arm.expand;

import dev.interlock.document.Node;
import dev.interlock.expression.ExpressionException;
import dev.interlock.expression.Value;
import dev.interlock.expression.Work;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one expansion has in common: the work that it may still make, and what it found wrong. */
public final class Run {

  /** Real templates take less than a tenth of it; it is done in a second. */
  private static final long MOST_WORK = 1_500_000;

  private static final int MOST_PROBLEMS = 200;

  /** So many characters of what is made are as much work as a call. */
  private static final int CHARACTERS = 16;

  private static final int DEEPEST = 256;

  private static final int LONGEST = 900;

  private final Work work = new Work(MOST_WORK);
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
  private boolean quiet;
  private int depth;
  private int suppressed;

  /** The template takes more than there is: the expansion ends. */
  public static final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stopped(String reason) {
      super(reason, null, false, false);
    }
  }

  /** The work that is left. */
  Work work() {
    return work;
  }

  /** Counts work outside of expressions. */
  void spend(long more) {
    if (work.left() < more) {
      throw new Stopped("the template grows beyond all measure");
    }
    work.spend(more);
  }

  /** An expression is being evaluated, maybe for the sake of another one. */
  void enter() {
    depth++;
    if (depth > DEEPEST) {
      throw new ExpressionException("more than " + DEEPEST + " expressions ask for one another");
    }
  }

  /** It is done. */
  void leave() {
    depth--;
  }

  /** True when so many expressions are being evaluated that no further one should be begun. */
  boolean isDeep() {
    return depth > DEEPEST / 4;
  }

  /** Counts what was made, which takes memory. */
  void made(Value value) {
    spend(value.weight() / CHARACTERS);
  }

  /** Does something of which nobody minds what is wrong with it; true when something is. */
  boolean quietly(Runnable action) {
    boolean before = quiet;
    int problemsBefore = suppressed;
    quiet = true;
    try {
      action.run();
    } finally {
      quiet = before;
    }
    return suppressed > problemsBefore;
  }

  /**
   * How much was found wrong of which nobody minded. What was found with it must not be kept, or
   * nobody is told when it is asked for aloud.
   */
  int suppressed() {
    return suppressed;
  }

  /** Notes a problem at a node. */
  public void problem(Problem problem, String file, Node node, String message) {
    problem(problem, node.in(file), message);
  }

  /** Notes a problem at a place, once. */
  public void problem(Problem problem, SourceRef place, String message) {
    if (quiet) {
      suppressed++;
    } else if (diagnostics.size() < MOST_PROBLEMS) {
      diagnostics.add(problem.at(place, Shortened.of(message, LONGEST)));
    }
  }

  /** What was found wrong, in the order in which it was found. */
  public List<Diagnostic> diagnostics() {
    return new ArrayList<>(diagnostics);
  }
}
