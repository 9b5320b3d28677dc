package dev.interlock.usecases.drafting;

/** One YAML file of the draft under construction. */
final class Page {

  private final StringBuilder text = new StringBuilder();
  private int documents;

  /** A comment over what follows. */
  Page comment(String line) {
    text.append("# ").append(Words.oneLine(line)).append('\n');
    return this;
  }

  /** Begins a document. */
  Page document(String kind, String name) {
    return document(kind, name, "");
  }

  /** Begins a document that was guessed as a whole. */
  Page document(String kind, String name, String because) {
    if (documents++ > 0) {
      text.append("---\n");
    }
    if (!because.isEmpty()) {
      comment("guess: the whole document, because " + because);
    }
    text.append("apiVersion: interlock.dev/v1\nkind: ").append(kind);
    text.append("\nmetadata:\n  name: ").append(Words.quoted(name)).append("\nspec:\n");
    return this;
  }

  /** A line inside the spec, indented by two more. */
  Page line(String line) {
    text.append("  ").append(line).append('\n');
    return this;
  }

  /** A key of the spec with a known text. */
  Page field(String key, String value) {
    return line(key + ": " + Words.quoted(value));
  }

  /** A key of the spec with a value that may be a guess. */
  Page field(String key, Guess value) {
    return line(key + ": " + value.yaml());
  }

  /** A gap: something only people know, written as a comment where it belongs. */
  Page gap(String line) {
    return line("# unknown: " + Words.oneLine(line));
  }

  /** The finished text. */
  String text() {
    return text.toString();
  }
}
