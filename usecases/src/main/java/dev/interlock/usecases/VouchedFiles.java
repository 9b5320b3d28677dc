package dev.interlock.usecases;

import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.evidence.DecisionRecord;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.FilePack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the files of a pack with what the decision in it says about them: every file must be one
 * that the decision names by a digest, and everything that it names must be there.
 */
final class VouchedFiles {

  private static final String INPUTS = "inputs/";
  private static final String ESTATE = "estate/";
  private static final String EVIDENCE = "evidence/";

  /** These are compared with the decision one by one, or are what is compared with. */
  private static final Set<String> OWN =
      Set.of(
          DecisionPack.CONTENTS,
          DecisionPack.DECISION,
          DecisionPack.SIGNED,
          DecisionPack.PROOF,
          PackedList.INPUTS,
          PackedList.ESTATE);

  private final FilePack pack;
  private final DecisionRecord decision;
  private final DecisionPack.Contents contents;
  private final Set<String> strangers = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  private VouchedFiles(FilePack pack, DecisionRecord decision, DecisionPack.Contents contents) {
    this.pack = pack;
    this.decision = decision;
    this.contents = contents;
  }

  /** Tells by their names which files have to be read for {@link #compare}. */
  static boolean needs(String name) {
    return OWN.contains(name) || name.startsWith(EVIDENCE);
  }

  /**
   * Compares.
   *
   * @param pack with the files that are needed
   * @param decision the one that somebody vouches for
   * @param contents what the pack says about itself
   */
  static PackedList.Compared compare(
      FilePack pack, DecisionRecord decision, DecisionPack.Contents contents) {
    VouchedFiles files = new VouchedFiles(pack, decision, contents);
    files.contents();
    files.inputs();
    files.list(new PackedList(PackedList.ESTATE, decision.estateDigest()), files.estate());
    files.evidence();
    files.others();
    return new PackedList.Compared(List.copyOf(files.strangers), files.problems);
  }

  private void contents() {
    if (!contents.at().equals(decision.at())) {
      problems.add(
          DecisionPack.CONTENTS
              + " says that it was judged for "
              + contents.at()
              + ", the decision that it was for "
              + decision.at());
    }
  }

  private void inputs() {
    Map<String, String> lines = new TreeMap<>();
    Map<String, String> files = below(INPUTS);
    try {
      PackedList.fromChange(files.keySet(), contents.change())
          .forEach((path, relative) ->
              lines.put(
                  INPUTS + path,
                  ChangeDigest.listing(Map.of(relative, files.getOrDefault(path, "")))));
    } catch (IllegalArgumentException _) {
      problems.add(DecisionPack.CONTENTS + " names no change below " + INPUTS);
    }
    if (!files.containsKey(contents.change())) {
      problems.add("the change is missing: " + INPUTS + contents.change());
    }
    list(new PackedList(PackedList.INPUTS, decision.changeDigest()), lines);
  }

  private Map<String, String> estate() {
    Map<String, String> lines = new TreeMap<>();
    below(ESTATE).forEach((path, hex) -> lines.put(ESTATE + path, hex + "  " + path + "\n"));
    return lines;
  }

  private void list(PackedList list, Map<String, String> lines) {
    PackedList.Compared compared = list.compare(pack.files().get(list.name()), lines);
    strangers.addAll(compared.strangers());
    problems.addAll(compared.problems());
  }

  private void evidence() {
    Map<String, String> missing = new TreeMap<>(decision.evidence());
    below(EVIDENCE)
        .keySet()
        .forEach(path -> {
          Bytes content = pack.files().getOrDefault(EVIDENCE + path, Bytes.of(new byte[0]));
          new EvidenceFile(path, content)
              .pieces()
              .forEach((piece, bytes) -> {
                if (!missing.remove(piece, "sha256:" + ChangeDigest.sha256(bytes.toArray()))) {
                  strangers.add(EVIDENCE + path);
                }
              });
        });
    contents
        .passedOver()
        .forEach((piece, digest) -> {
          if (!restsOn(piece)) {
            missing.remove(piece, digest);
          }
        });
    missing
        .keySet()
        .forEach(piece ->
            problems.add("the pack does not hold evidence " + piece + " as the decision names it"));
  }

  /** What a contact rests on was not passed over. */
  private boolean restsOn(String piece) {
    return decision.contacts().stream()
        .flatMap(contact -> contact.evidence().stream())
        .anyMatch(label -> label.startsWith(piece + " ("));
  }

  private void others() {
    for (String name : pack.digests().keySet()) {
      boolean known =
          OWN.contains(name)
              || name.startsWith(INPUTS)
              || name.startsWith(ESTATE)
              || name.startsWith(EVIDENCE);
      if (!known) {
        strangers.add(name);
      }
    }
  }

  /** Digests of the files in a part of the pack, by their path in that part. */
  private Map<String, String> below(String part) {
    Map<String, String> files = new TreeMap<>();
    pack.digests()
        .forEach((name, hex) -> {
          if (name.startsWith(part)) {
            files.put(name.substring(part.length()), hex);
          }
        });
    return files;
  }
}
