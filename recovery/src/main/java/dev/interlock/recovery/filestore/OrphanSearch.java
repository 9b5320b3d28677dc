package dev.interlock.recovery.filestore;

import dev.interlock.recovery.filestore.VerifiedFiles.Orphans;
import dev.interlock.recovery.store.StoreFaults;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What lies in a filestore without being listed. List and folders are both sorted, and so are read
 * side by side.
 */
final class OrphanSearch {

  /** Where Odoo leaves an empty file for each file that it may remove. */
  private static final String CHECKLIST = "checklist";

  private final Path filestore;
  private long marked;
  private long unmarked;

  OrphanSearch(Path filestore) {
    this.filestore = filestore;
  }

  Orphans orphans(FileList list) {
    try (FileListReader files = list.open()) {
      Listed listed = new Listed(files);
      for (String child : names(filestore)) {
        boolean folder = Files.isDirectory(filestore.resolve(child), LinkOption.NOFOLLOW_LINKS);
        if (!folder) {
          unmarked++;
        } else if (!child.equals(CHECKLIST)) {
          below(child, listed);
        }
      }
    }
    return new Orphans(marked, unmarked);
  }

  private void below(String folder, Listed listed) {
    for (String child : names(filestore.resolve(folder))) {
      String name = folder + "/" + child;
      if (!listed.names(name)) {
        count(name);
      }
    }
  }

  private void count(String name) {
    Path marker = filestore.resolve(CHECKLIST).resolve(name);
    if (Files.exists(marker, LinkOption.NOFOLLOW_LINKS)) {
      marked++;
    } else {
      unmarked++;
    }
  }

  private static List<String> names(Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      children.forEach(child -> names.add(child.getFileName().toString()));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw StoreFaults.store(folder.toString(), "list", e);
    }
    Collections.sort(names);
    return names;
  }

  /** The list, read as far as the folders. */
  private static final class Listed {

    private final FileListReader files;
    private String at = "";

    Listed(FileListReader files) {
      this.files = files;
    }

    /** True for a name on the list; asked in the order of names. */
    boolean names(String name) {
      while (at.compareTo(name) < 0 && files.hasNext()) {
        at = files.next().name();
      }
      return at.equals(name);
    }
  }
}
