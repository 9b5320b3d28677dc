package dev.interlock.document.binding;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The constants of an enum as words: lower case, hyphens between. Any letter case and underscores
 * are accepted; of days also the first three letters.
 */
public final class EnumWords {

  private final Map<String, Enum<?>> byWord = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private final List<Enum<?>> constants = new ArrayList<>();
  private final boolean days;

  /** The words of an enum's constants. */
  EnumWords(Class<?> type) {
    days = type == DayOfWeek.class;
    for (Object constant : type.getEnumConstants()) {
      Enum<?> value = (Enum<?>) constant;
      words.add(word(value));
      constants.add(value);
      byWord.put(word(value), value);
      if (days) {
        byWord.put(word(value).substring(0, 3), value);
      }
    }
  }

  /** How a constant is written. */
  public static String word(Enum<?> constant) {
    return normal(constant.name());
  }

  /** All words, in the order of the constants. */
  public List<String> words() {
    return words;
  }

  /** All constants, in their order. */
  List<Enum<?>> constants() {
    return constants;
  }

  /** Every spelling that a schema should let pass. */
  List<String> spellings() {
    List<String> all = new ArrayList<>(words);
    if (days) {
      words.forEach(word -> all.add(word.toUpperCase(Locale.ROOT)));
      words.forEach(word -> all.add(word.substring(0, 3)));
    }
    return all;
  }

  /** The constant a text stands for, or null. */
  @Nullable Enum<?> parse(String text) {
    Enum<?> exact = byWord.get(text);
    return exact != null ? exact : byWord.get(normal(text));
  }

  private static String normal(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
