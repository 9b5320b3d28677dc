package dev.interlock.azure.client;

/** Azure answered, but not with everything that was asked for. */
public final class NotAllGiven extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what is missing, without a full stop. */
  public NotAllGiven(String what) {
    super(what);
  }
}
