package dev.interlock.usecases;

import dev.interlock.changes.ChangeReader;
import dev.interlock.changes.ChangeSchema;
import dev.interlock.estate.EstateSchemas;
import dev.interlock.estate.Kind;
import dev.interlock.evidence.EvidenceSchemas;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.finding.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The JSON Schemas of everything that people write: an estate, changes, evidence. */
public final class PublishSchemas {

  private final EstateSchemas estate = new EstateSchemas();
  private final EvidenceSchemas evidence = new EvidenceSchemas();

  /** One schema for all kinds of an estate. */
  public String combined() {
    return estate.combined();
  }

  /**
   * The schema of one kind, in any letter case where it is a document's.
   *
   * @throws InputRejected when there is no such kind
   */
  public String of(String kind) {
    Optional<PredicateKind> stated = PredicateKind.ofWord(kind);
    if (stated.isPresent()) {
      return evidence.of(stated.get());
    }
    return isChange(kind) ? ChangeSchema.text() : estate.of(kindOf(kind));
  }

  /**
   * The word of a kind as it is written in files.
   *
   * @throws InputRejected when there is no such kind
   */
  public String word(String kind) {
    if (PredicateKind.ofWord(kind).isPresent()) {
      return kind;
    }
    return isChange(kind) ? ChangeReader.KIND : kindOf(kind).word();
  }

  /** The words of all kinds. */
  public List<String> words() {
    return Stream.of(
            Stream.of(Kind.values()).map(Kind::word),
            Stream.of(ChangeReader.KIND),
            Stream.of(PredicateKind.values()).map(PredicateKind::word))
        .flatMap(words -> words)
        .toList();
  }

  private static boolean isChange(String kind) {
    return kind.equalsIgnoreCase(ChangeReader.KIND);
  }

  private Kind kindOf(String word) {
    for (Kind each : Kind.values()) {
      if (each.word().equalsIgnoreCase(word)) {
        return each;
      }
    }
    List<String> words = words();
    throw new InputRejected(
        ActionCode.NO_KIND.code(),
        word,
        "there is no such kind of document",
        Suggestion.didYouMean(word, words).orElse("kinds: " + String.join(", ", words)));
  }
}
