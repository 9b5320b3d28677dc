package dev.interlock.recovery.odoo;

import dev.interlock.recovery.query.Tally;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The files on disk that no attachment speaks of. Names must be shown in order, so that only one of
 * the 256 folders is in memory at a time. Such files are harmless: rows were deleted, or files came
 * after the moment that was restored; those that Odoo has marked it would delete itself.
 */
final class Shelves {

  private final Path filestore;
  private final Set<String> visited = new HashSet<>();
  private Set<String> unseen = new HashSet<>();
  private String shelf = "";
  private long orphans;
  private long marked;

  Shelves(Path filestore) {
    this.filestore = filestore;
  }

  /** A row speaks of this file. */
  void see(StoredFile file) throws IOException {
    if (file.isUsual()) {
      String folder = file.name().substring(0, 2);
      if (!folder.equals(shelf)) {
        open(folder);
      }
      unseen.remove(file.name().substring(3));
    }
  }

  /** No more rows: counts what is left, also in folders of which no row spoke. */
  void finish(Tally tally) throws IOException {
    Set<String> folders = names(filestore, "[0-9a-f][0-9a-f]");
    folders.removeAll(visited);
    for (String folder : folders) {
      open(folder);
    }
    open("");
    tally.count("orphans", orphans).count("orphans-marked", marked);
  }

  private void open(String folder) throws IOException {
    for (String orphan : unseen) {
      orphans++;
      marked += Files.exists(filestore.resolve("checklist", shelf, orphan)) ? 1 : 0;
    }
    visited.add(folder);
    shelf = folder;
    unseen = folder.isEmpty() ? new HashSet<>() : names(filestore.resolve(folder), "*");
  }

  private static Set<String> names(Path folder, String pattern) throws IOException {
    Set<String> names = new HashSet<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
        entries.forEach(entry -> names.add(entry.getFileName().toString()));
      }
    }
    return names;
  }
}
