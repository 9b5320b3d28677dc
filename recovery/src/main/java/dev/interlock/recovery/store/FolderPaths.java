package dev.interlock.recovery.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way from names to files of a store. No link below the store is followed: it could lead out of
 * it. Folders are looked at once: there are few of them for very many files.
 */
final class FolderPaths {

  private final Path root;
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();

  /**
   * Below a folder.
   *
   * @param root the folder, without links
   */
  FolderPaths(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /** The file of an object; it may not be there, nor the folders above it. */
  Path of(String name) throws IOException {
    Path file = root.resolve(name);
    requireNoLinks(parent(file));
    requireNoLink(file);
    return file;
  }

  private void requireNoLinks(Path folder) throws IOException {
    if (folder.equals(root) || folders.contains(folder)) {
      return;
    }
    requireNoLinks(parent(folder));
    requireNoLink(folder);
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      folders.add(folder);
    }
  }

  private static void requireNoLink(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      throw new Linked(path);
    }
  }

  /** The same, with the folders above made. */
  Path make(String name) throws IOException {
    Path file = of(name);
    folder(parent(file));
    return file;
  }

  /** Makes a folder of the store. */
  void folder(Path folder) throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    folder(parent(folder));
    try {
      Files.createDirectory(folder, Posix.owner(folder, "rwx"));
      Posix.sync(parent(folder));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
    }
  }

  /** The folder a file lies in. */
  static Path parent(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent == null) {
      throw new FileSystemException(file.toString(), null, "it lies in no folder");
    }
    return parent;
  }

  /** There is a link where a store has a file or a folder: it could lead anywhere. */
  static final class Linked extends FileSystemException {

    private static final long serialVersionUID = 1L;

    Linked(Path path) {
      super(path.toString(), null, "this is a link, which has no place in a store");
    }
  }
}
