package dev.interlock.guardrails.view;

import dev.cel.common.exceptions.CelBadFormatException;
import dev.cel.common.exceptions.CelRuntimeException;

/** Carries a reason that may be shown as it is through CEL's own exceptions. */
public final class StatedReason extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private StatedReason(String reason) {
    super(reason, null, false, false);
  }

  /** What to throw where an evaluation can't go on. */
  public static CelRuntimeException thrown(String reason) {
    return new CelBadFormatException(new StatedReason(reason));
  }
}
