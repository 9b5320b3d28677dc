package dev.interlock.changes;

import dev.interlock.ledger.Bytes;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a change as somebody hands them in: the change document and its manifests.
 *
 * @param change path of the change document among the files
 * @param files content by path, relative to a folder that holds them all, with forward slashes
 */
public record Submission(String change, SortedMap<String, Bytes> files) {

  /** Most files of one change. */
  public static final int MOST_FILES = 2_000;

  /** Most bytes of all files of one change together. */
  public static final int MOST_BYTES = 16 << 20;

  private static final int LONGEST_PATH = 400;

  /** Refuses paths that lead elsewhere, and more than the register takes. */
  public Submission {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    files.keySet().forEach(Submission::requirePath);
    if (!files.containsKey(change)) {
      throw new RegisterRefused(
          RegisterCode.BAD_PATH, "the change document \"" + shown(change) + "\" is not among them");
    }
    if (files.size() > MOST_FILES) {
      throw new RegisterRefused(
          RegisterCode.TOO_LARGE, "at most " + MOST_FILES + " files go together");
    }
    if (files.values().stream().mapToLong(Bytes::length).sum() > MOST_BYTES) {
      throw new RegisterRefused(
          RegisterCode.TOO_LARGE, "the files have at most " + (MOST_BYTES >> 20) + " MB together");
    }
    requireNoFileIsFolder(files);
  }

  /**
   * Refuses a path that can't be sent.
   *
   * @throws RegisterRefused when it leads elsewhere, or holds what some systems don't take
   */
  public static void requirePath(String path) {
    boolean sound =
        !path.isEmpty()
            && path.length() <= LONGEST_PATH
            && path.chars().noneMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c))
            && List.of(path.split("/", -1)).stream().noneMatch(Submission::leadsElsewhere);
    if (!sound) {
      throw new RegisterRefused(
          RegisterCode.BAD_PATH,
          "\""
              + shown(path)
              + "\" can't be the path of a file: expected names with forward slashes between them,"
              + " without . and ..");
    }
  }

  private static boolean leadsElsewhere(String name) {
    return name.isBlank() || name.equals(".") || name.equals("..");
  }

  private static void requireNoFileIsFolder(SortedMap<String, Bytes> files) {
    for (String path : files.keySet()) {
      for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
        if (files.containsKey(path.substring(0, at))) {
          throw new RegisterRefused(
              RegisterCode.BAD_PATH,
              "\"" + shown(path.substring(0, at)) + "\" is both a file and a folder");
        }
      }
    }
  }

  private static String shown(String path) {
    String printable = path.replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= 80 ? printable : printable.substring(0, 80) + "…";
  }
}
