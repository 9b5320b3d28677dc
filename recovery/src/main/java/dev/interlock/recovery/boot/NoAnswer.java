package dev.interlock.recovery.boot;

/** Odoo did not answer as it must; the message says how, without data of persons. */
final class NoAnswer extends Exception {

  private static final long serialVersionUID = 1L;

  NoAnswer(String why) {
    super(why);
  }

  /** The reason. */
  String why() {
    return String.valueOf(getMessage());
  }
}
