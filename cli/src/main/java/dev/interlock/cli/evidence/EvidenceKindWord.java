package dev.interlock.cli.evidence;

import dev.interlock.evidence.PredicateKind;
import dev.interlock.finding.Suggestion;
import dev.interlock.usecases.ActionCode;
import dev.interlock.usecases.InputRejected;
import java.util.List;
import java.util.stream.Stream;

/** The word for a kind of evidence as it is typed. */
final class EvidenceKindWord {

  private EvidenceKindWord() {}

  /**
   * The kind.
   *
   * @throws InputRejected when there is none of that name
   */
  static PredicateKind kind(String word) {
    return PredicateKind.ofWord(word).orElseThrow(() -> unknown(word));
  }

  private static InputRejected unknown(String word) {
    List<String> words = Stream.of(PredicateKind.values()).map(PredicateKind::word).toList();
    return new InputRejected(
        ActionCode.NO_EVIDENCE_KIND.code(),
        word,
        "there is no such kind of evidence",
        Suggestion.didYouMean(word, words).orElse("kinds: " + String.join(", ", words)));
  }
}
