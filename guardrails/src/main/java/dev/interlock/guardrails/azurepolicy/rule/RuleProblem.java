package dev.interlock.guardrails.azurepolicy.rule;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a policy rule. The codes are permanent. */
enum RuleProblem {
  /** Something is of another type than it must be. */
  WRONG_TYPE("POL050", null),
  /** Something must be there and is not. */
  MISSING("POL051", null),
  /** A condition without a field, value, count or logical operator, or with several. */
  NO_CONDITION("POL052", "a condition has one of field, value, count, allOf, anyOf and not"),
  /** A condition without an operator, or with several. */
  NO_OPERATOR("POL053", "for example equals, in, like, exists, greater"),
  /** A word that has no meaning where it stands. */
  UNKNOWN_KEY("POL054", null),
  /** An expression that can't be read, or calls what policy rules may not. */
  BAD_EXPRESSION("POL055", null),
  /** An operator that can't compare with what it is given. */
  BAD_OPERAND("POL056", null),
  /** An effect that Azure Policy does not have. */
  UNKNOWN_EFFECT("POL057", null),
  /** A count that is made wrong. */
  BAD_COUNT("POL058", null),
  /** Details that the effect can't do with. */
  BAD_DETAILS("POL059", null);

  private final String code;
  private final @Nullable String hint;

  RuleProblem(String code, @Nullable String hint) {
    this.code = code;
    this.hint = hint;
  }

  Diagnostic at(SourceRef place, String message) {
    return new Diagnostic(code, Diagnostic.Level.ERROR, place, message, hint);
  }
}
