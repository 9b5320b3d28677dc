package dev.interlock.ledger.pack;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.FilePack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares the files of a pack with its manifest. */
public final class FilesCheck {

  private FilesCheck() {}

  /** Opens a pack, compares it, and reads some of its files. */
  public static FilePack of(Path zip, List<String> wanted) {
    try (PackFile pack = PackFile.open(zip)) {
      SortedMap<String, String> manifest = Manifest.parse(pack.read(PackNames.MANIFEST));
      SortedMap<String, Bytes> files = new TreeMap<>();
      for (String name : wanted) {
        if (pack.names().contains(name)) {
          files.put(name, pack.read(name));
        }
      }
      return new FilePack(files, manifest.size(), problems(pack, manifest));
    } catch (IOException e) {
      throw PackFile.failed(zip, e);
    }
  }

  /** Files that are missing, too many, or other than the manifest says. */
  static List<String> problems(PackFile pack, SortedMap<String, String> manifest)
      throws IOException {
    List<String> problems = new ArrayList<>();
    for (String name : pack.names()) {
      if (!manifest.containsKey(name) && !name.equals(PackNames.MANIFEST)) {
        problems.add(name + " is not in the manifest");
      }
    }
    for (Map.Entry<String, String> line : manifest.entrySet()) {
      if (!pack.names().contains(line.getKey())) {
        problems.add(line.getKey() + " is in the manifest but not in the pack");
      } else if (!pack.sha256(line.getKey()).equals(line.getValue())) {
        problems.add(line.getKey() + " has another digest than in the manifest");
      }
    }
    return problems;
  }
}
