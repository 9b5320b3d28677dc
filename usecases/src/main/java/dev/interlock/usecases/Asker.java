package dev.interlock.usecases;

import java.util.Optional;

/** Asks a person for what no file tells. Without a terminal nobody is there to answer. */
@FunctionalInterface
public interface Asker {

  /** An asker that never gets an answer. */
  Asker NOBODY = (_, _) -> Optional.empty();

  /**
   * Asks one question.
   *
   * @param question in plain words, with an example
   * @param guess what is taken without an answer; empty when there is none
   * @return the answer; empty when there was none
   */
  Optional<String> ask(String question, String guess);
}
