package dev.interlock.usecases.drafting;

/** A page for people in Markdown under construction. */
final class PageText {

  private static final int WIDTH = 110;

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder paragraph = new StringBuilder();

  PageText heading(String name) {
    return raw("## " + name + "\n");
  }

  /** One more sentence of the paragraph. */
  PageText say(String sentence) {
    paragraph.append(paragraph.isEmpty() ? "" : " ").append(sentence);
    return this;
  }

  /** Commands to type, one a line. */
  PageText commands(String... lines) {
    return raw("```sh\n" + String.join("\n", lines) + "\n```\n");
  }

  /** Something that is written as it is. */
  PageText raw(String block) {
    endParagraph();
    text.append(text.isEmpty() ? "" : "\n").append(block);
    return this;
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      text.append('\n').append(wrapped(paragraph.toString())).append('\n');
      paragraph.setLength(0);
    }
  }

  private static String wrapped(String words) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : words.split(" ", -1)) {
      boolean fits = length == 0 || length + 1 + word.length() <= WIDTH;
      lines.append(length == 0 ? "" : fits ? " " : "\n").append(word);
      length = fits ? length + (length == 0 ? 0 : 1) + word.length() : word.length();
    }
    return lines.toString();
  }

  String text() {
    endParagraph();
    return text.toString();
  }
}
