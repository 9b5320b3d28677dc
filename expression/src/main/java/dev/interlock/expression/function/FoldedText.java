package dev.interlock.expression.function;

import java.util.Locale;

/** A text to be searched in any letter case: {@code ß} is the same as {@code SS}. */
final class FoldedText {

  private final String folded;
  private final int[] places;

  FoldedText(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int[] from = new int[text.length() * 3 + 1];
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      String same = folded(character);
      for (int i = 0; i < same.length(); i++) {
        from[out.length()] = at;
        out.append(same.charAt(i));
      }
      at += Character.charCount(character);
    }
    from[out.length()] = at;
    this.folded = out.toString();
    this.places = from;
  }

  private static String folded(int character) {
    String text = Character.toString(character);
    return character < 128
        ? Character.toString(Character.toLowerCase(character))
        : text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** The first place of a part, in the text as it was; negative when there is none. */
  int first(String part) {
    int place = Search.first(folded, new FoldedText(part).folded, 0);
    return place < 0 ? place : places[place];
  }

  /** The last place of a part, in the text as it was; negative when there is none. */
  int last(String part) {
    int place = Search.last(folded, new FoldedText(part).folded);
    return place < 0 ? place : places[place];
  }

  boolean begins(String part) {
    return folded.startsWith(new FoldedText(part).folded);
  }

  boolean ends(String part) {
    return folded.endsWith(new FoldedText(part).folded);
  }
}
