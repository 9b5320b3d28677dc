package dev.interlock.usecases;

import dev.interlock.changes.ChangeDigest;
import dev.interlock.ledger.Bytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The list of the files in one part of a pack, as {@code sha256sum} prints it. A decision names the
 * digest of this list, so whoever signed the decision vouches for every file in it.
 *
 * @param name of the file that holds it
 * @param digest {@code sha256:…} that the decision names
 */
record PackedList(String name, String digest) {

  /** The change and its manifests. */
  static final String INPUTS = "inputs.sha256";

  /** The files that the estate rests on. */
  static final String ESTATE = "estate.sha256";

  private static final int PATH = 64 + 2;

  /**
   * The paths of a change's files as its digest has them.
   *
   * @param paths below {@code inputs/}
   * @param change path of the change among them
   * @return the relative ones by the given ones
   * @throws IllegalArgumentException when the change lies nowhere near them
   */
  static Map<String, String> fromChange(Iterable<String> paths, String change) {
    Path folder = ChangeFiles.folderOf(Path.of(change));
    Map<String, String> relative = new TreeMap<>();
    for (String path : paths) {
      relative.put(path, folder.relativize(Path.of(path)).toString().replace('\\', '/'));
    }
    return relative;
  }

  /**
   * What came of comparing.
   *
   * @param strangers files that are in no list that somebody vouches for
   * @param problems everything else that is wrong, one sentence each
   */
  record Compared(List<String> strangers, List<String> problems) {
    Compared {
      strangers = List.copyOf(strangers);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Compares the list with the files.
   *
   * @param list the file's content; null when there is none
   * @param lines what the list should say of each file, by the file's name in the pack
   */
  Compared compare(@Nullable Bytes list, Map<String, String> lines) {
    if (list == null || !("sha256:" + ChangeDigest.sha256(list.toArray())).equals(digest)) {
      String wrong = name + " is not the list of files that the signed decision names: " + digest;
      return new Compared(List.copyOf(lines.keySet()), List.of(wrong));
    }
    List<String> listed = new ArrayList<>(Arrays.asList(list.utf8().split("(?<=\n)")));
    List<String> strangers = new ArrayList<>();
    lines.forEach((file, line) -> {
      if (!listed.remove(line)) {
        strangers.add(file);
      }
    });
    return new Compared(strangers, listed.stream().map(this::missing).toList());
  }

  private String missing(String line) {
    String path = line.length() > PATH ? line.substring(PATH).strip() : line.strip();
    return "the pack does not hold " + path + " as " + name + " lists it";
  }
}
