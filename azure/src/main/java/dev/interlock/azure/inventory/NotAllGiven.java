package dev.interlock.azure.inventory;

/** Azure answered, but not with everything that was asked for. */
final class NotAllGiven extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what is missing, without a full stop. */
  NotAllGiven(String what) {
    super(what);
  }
}
