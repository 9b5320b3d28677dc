package dev.interlock.usecases;

import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The evidence that a decision looked at: what it rests on, and what it set aside with a reason.
 * The same gate given these files alone decides the same, in the same words.
 *
 * @param files as they were read, with these pieces alone
 * @param passedOver every other piece that was given and its digest: none is about the matter
 */
record ConsideredEvidence(List<EvidenceFile> files, Map<String, String> passedOver) {

  public ConsideredEvidence {
    files = List.copyOf(files);
    passedOver = Map.copyOf(passedOver);
  }

  /** Sorts everything that was given for a decision. */
  static ConsideredEvidence of(List<EvidenceFile> given, DecidedChange decided) {
    Set<String> names =
        decided.considered().stream().map(EvidenceItem::file).collect(Collectors.toSet());
    Map<String, String> passedOver = new TreeMap<>();
    decided.evidence().stream()
        .filter(item -> !names.contains(item.file()))
        .forEach(item -> passedOver.put(item.file(), item.digest()));
    return new ConsideredEvidence(
        given.stream().map(file -> file.only(names)).flatMap(Optional::stream).toList(),
        passedOver);
  }
}
