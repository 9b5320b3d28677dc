package dev.interlock.guardrails;

import dev.interlock.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts where the verdicts on one platform from three inputs are the same. */
final class Comparison {

  private static final String UNKNOWN = new Verdict.Unknown("").word();
  private static final String PASS = new Verdict.Pass().word();

  private final Map<String, List<Verdict>> different = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private int pairs;
  private int kept;
  private int broken;
  private int unknown;

  /** Takes what the three say of a rule on a resource. */
  void add(String pair, List<Verdict> said) {
    pairs++;
    List<String> words = said.stream().map(Verdict::word).distinct().toList();
    if (words.size() > 1) {
      different.put(pair, said);
    } else if (words.contains(PASS)) {
      kept++;
    } else if (words.contains(UNKNOWN)) {
      unknown++;
    } else {
      broken++;
    }
    said.stream()
        .filter(Verdict.Unknown.class::isInstance)
        .map(Comparison::reason)
        .distinct()
        .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
  }

  int pairs() {
    return pairs;
  }

  int kept() {
    return kept;
  }

  int broken() {
    return broken;
  }

  /** Where none of them tells. */
  int unknownEverywhere() {
    return unknown;
  }

  /** Where one input tells and another does not. */
  int unknownOnOneSide() {
    return different.size() - contradictions().size();
  }

  /** Where two that both know say different things. */
  List<String> contradictions() {
    return different.entrySet().stream()
        .filter(entry ->
            entry.getValue().stream()
                    .map(Verdict::word)
                    .filter(word -> !word.equals(UNKNOWN))
                    .distinct()
                    .count()
                > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What is unknown, and nobody says why. */
  List<String> withoutReason() {
    return different.entrySet().stream()
        .filter(entry ->
            entry.getValue().stream()
                .anyMatch(one -> one.word().equals(UNKNOWN) && reason(one).isBlank()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Every difference with what each input says. */
  String differences() {
    StringBuilder text = new StringBuilder();
    different.forEach((pair, said) -> {
      text.append(pair).append('\n');
      for (int way = 0; way < said.size(); way++) {
        text.append("  ").append(ThreeWays.WAYS.get(way)).append(": ");
        text.append(told(said.get(way))).append('\n');
      }
    });
    return text.toString();
  }

  /** The numbers, for people. */
  String table() {
    List<String> rows = new ArrayList<>();
    int contradictions = contradictions().size();
    rows.add(row(pairs, "pairs of a policy and a resource"));
    rows.add(row(kept + broken, "the same three times: " + kept + " kept, " + broken + " broken"));
    rows.add(row(unknown, "unknown three times"));
    rows.add(row(unknownOnOneSide(), "unknown in one or two of them"));
    rows.add(row(contradictions, "contradictions"));
    rows.add("");
    rows.add("Unknown, by reason:");
    reasons.forEach((reason, count) -> rows.add(row(count, reason)));
    return String.join("\n", rows) + "\n";
  }

  private static String row(int count, String words) {
    return String.format(Locale.ROOT, "%6d  %s", count, words);
  }

  private static String told(Verdict verdict) {
    return verdict instanceof Verdict.Unknown ? "unknown, " + reason(verdict) : verdict.word();
  }

  private static String reason(Verdict verdict) {
    return verdict instanceof Verdict.Unknown unknown ? unknown.reason() : "";
  }
}
