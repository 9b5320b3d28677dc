package dev.interlock.ledger.pack;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.FilePack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Compares the files of a pack with its manifest. */
public final class FilesCheck {

  private FilesCheck() {}

  /** Opens a pack, compares it, and reads some of its files. */
  public static FilePack of(Path zip, Predicate<String> wanted) {
    try (PackFile pack = PackFile.open(zip)) {
      SortedMap<String, String> manifest = Manifest.parse(pack.read(PackNames.MANIFEST));
      SortedMap<String, String> digests = digests(pack);
      SortedMap<String, Bytes> files = new TreeMap<>();
      for (String name : digests.keySet()) {
        if (wanted.test(name)) {
          files.put(name, pack.read(name));
        }
      }
      return new FilePack(files, digests, manifest.size(), problems(digests, manifest));
    } catch (IOException e) {
      throw PackFile.failed(zip, e);
    }
  }

  /** SHA-256 of every file but the manifest. */
  static SortedMap<String, String> digests(PackFile pack) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    for (String name : pack.names()) {
      if (!name.equals(PackNames.MANIFEST)) {
        digests.put(name, pack.sha256(name));
      }
    }
    return digests;
  }

  /** Files that are missing, too many, or other than the manifest says. */
  static List<String> problems(
      SortedMap<String, String> digests, SortedMap<String, String> manifest) {
    List<String> problems = new ArrayList<>();
    for (String name : digests.keySet()) {
      if (!manifest.containsKey(name)) {
        problems.add(name + " is not in the manifest");
      }
    }
    manifest.forEach((name, listed) -> {
      String digest = digests.get(name);
      if (digest == null) {
        problems.add(name + " is in the manifest but not in the pack");
      } else if (!digest.equals(listed)) {
        problems.add(name + " has another digest than in the manifest");
      }
    });
    return problems;
  }
}
