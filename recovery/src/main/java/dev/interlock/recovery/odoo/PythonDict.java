package dev.interlock.recovery.odoo;

import dev.interlock.recovery.odoo.PythonToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The entries of a dict that is written as a literal, and nothing of what lies deeper in it.
 *
 * @param entries each as its pieces, key and value
 */
record PythonDict(List<List<PythonToken>> entries) {

  /** Reads one; empty when the text is anything else than one whole dict. */
  static Optional<PythonDict> of(String text) {
    return PythonTokens.of(text).flatMap(PythonDict::of);
  }

  private static Optional<PythonDict> of(List<PythonToken> tokens) {
    if (tokens.isEmpty() || !tokens.getFirst().equals(new PythonToken(Kind.OPEN, "{"))) {
      return Optional.empty();
    }
    List<List<PythonToken>> entries = new ArrayList<>();
    List<PythonToken> entry = new ArrayList<>();
    Deque<PythonToken> open = new ArrayDeque<>(List.of(tokens.getFirst()));
    for (PythonToken token : tokens.subList(1, tokens.size())) {
      if (open.isEmpty() || (token.is(Kind.CLOSE) && !token.closes(open.pop()))) {
        return Optional.empty();
      }
      if (token.is(Kind.OPEN)) {
        open.push(token);
      }
      if (open.isEmpty() || (open.size() == 1 && token.is(Kind.COMMA))) {
        entries.add(entry);
        entry = new ArrayList<>();
      } else {
        entry.add(token);
      }
    }
    if (!open.isEmpty()) {
      return Optional.empty();
    }
    if (entries.getLast().isEmpty()) {
      entries.removeLast();
    }
    return Optional.of(new PythonDict(entries));
  }

  /** True when every key says what it is; otherwise one of them may be any. */
  boolean hasClearKeys() {
    return entries.stream().allMatch(entry -> text(key(entry)).isPresent());
  }

  /** The pieces of what stands under a key, the last one where it is there twice; or empty. */
  Optional<List<PythonToken>> value(String key) {
    return entries.stream()
        .filter(entry -> text(key(entry)).filter(key::equals).isPresent())
        .map(entry -> entry.subList(key(entry).size() + 1, entry.size()))
        .reduce((_, last) -> last);
  }

  private static List<PythonToken> key(List<PythonToken> entry) {
    int end = 0;
    while (end < entry.size() && !entry.get(end).is(Kind.COLON)) {
      end++;
    }
    return end < entry.size() ? entry.subList(0, end) : List.of();
  }

  /** What a string says, also one that is written in parts; empty when it is none. */
  static Optional<String> text(List<PythonToken> tokens) {
    List<PythonToken> bare = tokens;
    while (bare.size() > 2
        && bare.getFirst().text().equals("(")
        && bare.getFirst().is(Kind.OPEN)
        && bare.getLast().is(Kind.CLOSE)) {
      bare = bare.subList(1, bare.size() - 1);
    }
    return !bare.isEmpty() && bare.stream().allMatch(it -> it.is(Kind.STRING))
        ? Optional.of(bare.stream().map(PythonToken::text).collect(Collectors.joining()))
        : Optional.empty();
  }
}
