package dev.interlock.ledger;

import dev.interlock.ledger.pack.FilesCheck;
import dev.interlock.ledger.pack.Unpacking;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A ZIP in the form of evidence packs, with whatever files: stored, not compressed, each listed
 * with its digest in {@code MANIFEST.sha256}.
 *
 * @param files those that were asked for and are there, by name
 * @param count how many files the manifest lists
 * @param problems everything that does not hold, one sentence each
 */
public record FilePack(SortedMap<String, Bytes> files, int count, List<String> problems) {

  /** Name of the list of digests, in the form that {@code sha256sum --check} reads. */
  public static final String MANIFEST = "MANIFEST.sha256";

  /** Copies. */
  public FilePack {
    files = new TreeMap<>(files);
    problems = List.copyOf(problems);
  }

  /**
   * Compares every file with the manifest; nothing is unpacked.
   *
   * @param wanted names of the files whose content is asked for
   * @throws LedgerException BAD_PACK when this is no pack, or one built to do harm
   */
  public static FilePack check(Path zip, List<String> wanted) {
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
