package dev.interlock.guardrails.cel;

/** Carries a reason that may be shown as it is through CEL's own exceptions. */
final class StatedReason extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StatedReason(String reason) {
    super(reason, null, false, false);
  }
}
