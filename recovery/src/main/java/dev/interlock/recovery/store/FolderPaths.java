package dev.interlock.recovery.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The way from names to files of a store. No link below the store is followed: it could lead out of
 * it.
 *
 * @param root the folder, without links
 */
record FolderPaths(Path root) {

  /** The file of an object; it may not be there, nor the folders above it. */
  Path of(String name) throws IOException {
    Path path = root;
    String[] words = name.split("/");
    for (int i = 0; i < words.length; i++) {
      path = path.resolve(words[i]);
      if (Files.isSymbolicLink(path)) {
        throw new FileSystemException(
            path.toString(), null, "this is a link, which has no place in a store");
      }
    }
    return path;
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
}
