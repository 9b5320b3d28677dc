package dev.interlock.usecases.drafting;

import dev.interlock.usecases.Asker;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Something only people know. A wrong answer gets a hint and is asked again.
 *
 * @param text in plain words, with an example
 * @param guess what is taken without an answer; empty when there is none
 * @param understand what the answers are with this one among them, or why it can't be understood
 */
public record Question(String text, String guess, BiFunction<Answers, String, Heard> understand) {

  private static final int ATTEMPTS = 5;

  /** What came of an answer. */
  public sealed interface Heard {

    /** It is one of the answers now. */
    record Understood(Answers answers) implements Heard {}

    /** It means nothing here; the hint says what would. */
    record Misunderstood(String hint) implements Heard {}
  }

  /** The answers with this one, if one was given that can be understood. */
  public Optional<Answers> ask(Asker asker, Answers before) {
    String ask = text;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<String> answer = asker.ask(ask, guess);
      if (answer.isEmpty() || answer.get().isBlank()) {
        return Optional.empty();
      }
      switch (understand.apply(before, answer.get().strip())) {
        case Heard.Understood(Answers answers) -> {
          return Optional.of(answers);
        }
        case Heard.Misunderstood(String hint) -> ask = hint;
      }
    }
    return Optional.empty();
  }
}
