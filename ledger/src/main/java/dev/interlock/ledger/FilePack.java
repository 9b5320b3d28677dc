package dev.interlock.ledger;

import dev.interlock.ledger.pack.FilesCheck;
import dev.interlock.ledger.pack.Unpacking;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A ZIP in the form of evidence packs, with whatever files: stored, not compressed, each listed
 * with its digest in {@code MANIFEST.sha256}.
 *
 * @param files those that were asked for and are there, by name
 * @param digests SHA-256 in hex of every file that is there but the manifest, by name
 * @param count how many files the manifest lists
 * @param problems everything that does not hold, one sentence each
 */
public record FilePack(
    SortedMap<String, Bytes> files,
    SortedMap<String, String> digests,
    int count,
    List<String> problems) {

  /** Name of the list of digests, in the form that {@code sha256sum --check} reads. */
  public static final String MANIFEST = "MANIFEST.sha256";

  /** Copies. */
  public FilePack {
    files = new TreeMap<>(files);
    digests = new TreeMap<>(digests);
    problems = List.copyOf(problems);
  }

  /**
   * Compares every file with the manifest; nothing is unpacked.
   *
   * @param wanted tells by its name whether a file's content is asked for
   * @throws LedgerException BAD_PACK when this is no pack, or one built to do harm
   */
  public static FilePack check(Path zip, Predicate<String> wanted) {
    return FilesCheck.of(zip, wanted);
  }

  /**
   * Unpacks every file into an empty folder, without comparing it with the manifest.
   *
   * @throws LedgerException BAD_PACK when this is no pack, or one built to do harm
   */
  public static void unpack(Path zip, Path folder) {
    Unpacking.run(zip, folder);
  }
}
