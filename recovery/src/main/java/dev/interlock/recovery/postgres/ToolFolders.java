package dev.interlock.recovery.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folders in which tools of PostgreSQL may lie. */
final class ToolFolders {

  private ToolFolders() {}

  /** Where Debian and Red Hat put them, then everything on the path. */
  static List<Path> here() {
    Set<Path> folders = new LinkedHashSet<>(below(Path.of("/usr/lib/postgresql"), "*"));
    folders.addAll(below(Path.of("/usr"), "pgsql-*"));
    String path = System.getenv("PATH");
    for (String folder : (path == null ? "" : path).split(File.pathSeparator)) {
      if (!folder.isBlank()) {
        folders.add(Path.of(folder));
      }
    }
    return List.copyOf(folders);
  }

  /** The preferred one before all others. */
  static Set<Path> with(@Nullable Path preferred, List<Path> others) {
    Set<Path> all = new LinkedHashSet<>();
    if (preferred != null) {
      all.add(preferred);
    }
    all.addAll(others);
    return all;
  }

  private static List<Path> below(Path parent, String pattern) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(parent)) {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, pattern)) {
        folders.forEach(folder -> found.add(folder.resolve("bin")));
      } catch (IOException _) {
        // What can't be listed holds no tool that could be started.
      }
    }
    return found;
  }
}
