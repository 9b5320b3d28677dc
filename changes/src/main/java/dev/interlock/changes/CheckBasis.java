package dev.interlock.changes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a judgement of manifests rests on.
 *
 * @param digests {@code sha256:…} of every file that was judged, by its path from the change's
 *     folder
 * @param controls how many were in force
 * @param packs where these come from: the control sets that hold, or the shipped pack
 * @param leftAside how many files of prose and pictures were not judged
 * @param judgements how many were made: one for each resource under each control that is about it
 */
public record CheckBasis(
    SortedMap<String, String> digests,
    int controls,
    List<String> packs,
    int leftAside,
    long judgements) {

  private static final int SHOWN_DIGITS = "sha256:".length() + 12;

  /** Nothing was judged. */
  public static final CheckBasis NOTHING = new CheckBasis(new TreeMap<>(), 0, List.of(), 0, 0);

  public CheckBasis {
    digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    packs = List.copyOf(packs);
  }

  /** How a contact names the files: path and the beginning of the digest. */
  public List<String> labels() {
    List<String> labels = new ArrayList<>();
    digests.forEach(
        (file, digest) -> labels.add(file + " (" + digest.substring(0, SHOWN_DIGITS) + ")"));
    return List.copyOf(labels);
  }
}
