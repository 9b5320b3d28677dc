package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.expression.ExpressionException;
import dev.interlock.guardrails.azurepolicy.condition.Truth;
import dev.interlock.guardrails.azurepolicy.field.ElementBinding;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation under way: the resource, what counts look at, and why something is unknown. Not
 * safe for use by several threads.
 */
public final class PolicyScope {

  private static final long MOST_LOOKS = 2_000_000;

  private final Subject subject;
  private final Subject asked;
  private final EvaluationContext context;
  private @Nullable ElementBinding element;
  private long looks;
  private @Nullable String unknown;

  /** An evaluation of a resource. */
  public PolicyScope(Subject subject, EvaluationContext context) {
    this(subject, subject, context);
  }

  private PolicyScope(Subject subject, Subject asked, EvaluationContext context) {
    this.subject = subject;
    this.asked = asked;
    this.context = context;
  }

  /**
   * The same for a resource that is related to this one: its conditions are about that one, the
   * function {@code field('…')} still about this one.
   */
  public PolicyScope related(Subject other) {
    return new PolicyScope(other, asked, context);
  }

  /** The resource that conditions are about. */
  public Subject subject() {
    return subject;
  }

  /** What the function {@code field('…')} looks at: the resource of the rule's {@code if}. */
  public PolicyScope ofFunctions() {
    return asked == subject ? this : new PolicyScope(asked, asked, context);
  }

  /** What can be asked beside the resource. */
  public EvaluationContext context() {
    return context;
  }

  /** The element that the innermost count looks at; null outside of counts. */
  public @Nullable ElementBinding element() {
    return element;
  }

  /** Sets what the innermost count looks at. */
  public void bind(@Nullable ElementBinding current) {
    this.element = current;
  }

  /**
   * Notes that so many elements of arrays are looked at. Counts within counts multiply: a rule must
   * not eat the machine.
   *
   * @throws ExpressionException when they are too many; Azure allows far fewer
   */
  public void looksAt(int elements) {
    looks += elements;
    if (looks > MOST_LOOKS) {
      throw new ExpressionException(
          "the counts of this rule look at more than " + MOST_LOOKS + " elements of arrays");
    }
  }

  /** Notes why something is unknown; the first reason is kept. */
  public Truth unknown(String reason) {
    if (unknown == null) {
      unknown = reason;
    }
    return Truth.UNKNOWN;
  }

  /** Why something was unknown, the first reason; null when nothing was. */
  public @Nullable String unknownReason() {
    return unknown;
  }

  /** Makes ready for another rule on the same resource. */
  public void reset() {
    element = null;
    unknown = null;
    looks = 0;
  }
}
