package dev.interlock.server.findings;

import dev.interlock.server.ServerCode;
import dev.interlock.usecases.InputRejected;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of a few words that a filter knows. */
final class FilterWord {

  private FilterWord() {}

  /**
   * The value of a word; null for no word.
   *
   * @throws InputRejected when it is none of them
   */
  static <T> @Nullable T of(
      String filter, @Nullable String word, T[] values, Function<T, String> wordOf) {
    if (word == null) {
      return null;
    }
    return Arrays.stream(values)
        .filter(value -> wordOf.apply(value).equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() ->
            new InputRejected(
                ServerCode.BAD_FILTER.code(),
                filter,
                "there is no " + filter + " \"" + word + "\"",
                "use " + Arrays.stream(values).map(wordOf).collect(Collectors.joining(", "))));
  }
}
