package dev.interlock.document.binding;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Words what the binder found wrong. */
final class Complaints {

  private final String file;
  private final Consumer<Diagnostic> sink;
  private boolean any;

  Complaints(String file, Consumer<Diagnostic> sink) {
    this.file = file;
    this.sink = sink;
  }

  /** True once something was reported. */
  boolean any() {
    return any;
  }

  void unknownKey(MappingNode.Entry entry, Place place, List<String> unused, List<String> known) {
    String hint =
        Suggestion.didYouMean(entry.key(), unused)
            .orElse("known here: " + String.join(", ", known));
    SourceRef source = new SourceRef(file, entry.line(), entry.column());
    report(
        BindingCode.UNKNOWN_KEY, source, "unknown key \"" + entry.key() + "\"" + in(place), hint);
  }

  void missing(MappingNode mapping, Place place, String expected) {
    String message = place.path() + " is missing: expected " + expected;
    report(BindingCode.MISSING_KEY, mapping.in(file), message, place.meaning());
  }

  void wrongType(Node node, Place place, String expected, @Nullable String hint) {
    complain(BindingCode.WRONG_TYPE, node, place, expected, hint);
  }

  void unreadable(Node node, Place place, String expected, @Nullable String hint) {
    complain(BindingCode.UNREADABLE_VALUE, node, place, expected, hint);
  }

  void unknownWord(ScalarNode node, Place place, List<String> words) {
    String hint =
        Suggestion.didYouMean(node.text(), words).or(() -> begun(node.text(), words)).orElse(null);
    complain(BindingCode.UNKNOWN_WORD, node, place, "one of " + String.join(", ", words), hint);
  }

  /** {@code prod} for production: the only word that begins so. */
  private static Optional<String> begun(String text, List<String> words) {
    List<String> fitting =
        words.stream().filter(word -> word.startsWith(text.toLowerCase(Locale.ROOT))).toList();
    return text.length() > 1 && fitting.size() == 1
        ? Optional.of("did you mean \"" + fitting.getFirst() + "\"?")
        : Optional.empty();
  }

  void contradiction(Node node, Place place, String reason) {
    String where = place.path().isEmpty() ? "" : place.path() + ": ";
    report(BindingCode.CONTRADICTION, node.in(file), where + reason, null);
  }

  private void complain(
      BindingCode code, Node node, Place place, String expected, @Nullable String hint) {
    String where = place.path().isEmpty() ? "" : place.path() + ": ";
    String message = where + "expected " + expected + ", found " + found(node);
    String meaning = place.meaning();
    String both = hint == null ? meaning : meaning == null ? hint : hint + " (" + meaning + ")";
    report(code, node.in(file), message, both);
  }

  private void report(BindingCode code, SourceRef source, String message, @Nullable String hint) {
    any = true;
    sink.accept(Diagnostic.error(code.code(), source, message).withHint(hint));
  }

  private static String in(Place place) {
    return place.path().isEmpty() ? "" : " in " + place.path();
  }

  /** What stands there, shortened; keys and secrets are long, and a diagnostic is one line. */
  private static String found(Node node) {
    if (!(node instanceof ScalarNode scalar) || scalar.value() == null) {
      return node.describe();
    }
    String text = scalar.text().lines().findFirst().orElse("");
    String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return scalar.value() instanceof String
        ? "\"" + shown + "\""
        : scalar.describe() + " (" + shown + ")";
  }
}
