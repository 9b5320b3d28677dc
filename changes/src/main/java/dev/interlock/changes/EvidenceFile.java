package dev.interlock.changes;

import dev.interlock.ledger.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A file of evidence: one DSSE envelope, or one on each line ({@code .jsonl}).
 *
 * @param name relative to the evidence folder, with forward slashes
 */
public record EvidenceFile(String name, Bytes content) {

  /** Each envelope by its name: the file's own, or {@code file:line} for one of several. */
  public SequencedMap<String, Bytes> pieces() {
    SequencedMap<String, Bytes> pieces = new LinkedHashMap<>();
    if (!hasLines()) {
      pieces.put(name, content);
      return pieces;
    }
    int number = 0;
    for (String line : lines()) {
      number++;
      if (!line.isBlank()) {
        pieces.put(nameOf(number), Bytes.utf8(line));
      }
    }
    return pieces;
  }

  /**
   * The file with these pieces alone, each under its name; empty when it has none of them. Of a
   * file of lines the other lines become empty.
   */
  public Optional<EvidenceFile> only(Set<String> names) {
    Map<String, Bytes> kept = pieces();
    kept.keySet().retainAll(names);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(hasLines() ? new EvidenceFile(name, linesOf(kept)) : this);
  }

  private Bytes linesOf(Map<String, Bytes> kept) {
    List<String> lines = new ArrayList<>();
    int number = 0;
    for (String line : lines()) {
      number++;
      lines.add(kept.containsKey(nameOf(number)) ? line : "");
    }
    return Bytes.utf8(String.join("\n", lines));
  }

  /** Nothing at all is one piece, which can't be read, whatever the file is called. */
  private boolean hasLines() {
    return name.toLowerCase(Locale.ROOT).endsWith(".jsonl") && content.length() > 0;
  }

  private String[] lines() {
    return content.utf8().split("\n", -1);
  }

  private String nameOf(int line) {
    return name + ":" + line;
  }
}
