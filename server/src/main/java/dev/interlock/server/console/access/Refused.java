package dev.interlock.server.console.access;

/** What was filled in can't be done; the message is for whoever filled it in. */
final class Refused extends RuntimeException {

  Refused(String sentence) {
    super(sentence);
  }

  /** Why, in one sentence. */
  String sentence() {
    return String.valueOf(getMessage());
  }
}
