package dev.interlock.recovery.store;

import dev.interlock.recovery.BackupStore.Listed;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a folder holds, sorted by name; only folders on the way to a file are in memory. */
final class FolderListing implements Iterator<Listed> {

  private final String prefix;
  private final Deque<Iterator<Child>> open = new ArrayDeque<>();
  private @Nullable Listed next;

  private FolderListing(Path root, String prefix) {
    this.prefix = prefix;
    open.push(children(new Child("", root, true)));
  }

  static Stream<Listed> of(Path root, String prefix) {
    int sorted = Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.ORDERED;
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(new FolderListing(root, prefix), sorted), false);
  }

  @Override
  public boolean hasNext() {
    while (next == null && !open.isEmpty()) {
      advance();
    }
    return next != null;
  }

  @Override
  public Listed next() {
    Listed found = hasNext() ? next : null;
    if (found == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return found;
  }

  private void advance() {
    Iterator<Child> folder = open.element();
    if (!folder.hasNext()) {
      open.pop();
      return;
    }
    Child child = folder.next();
    if (child.isFolder) {
      open.push(children(child));
    } else {
      next = listed(child);
    }
  }

  /** What is neither file nor folder has no place in a store; what is hidden is no object. */
  private Iterator<Child> children(Child folder) {
    List<Child> children = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder.path)) {
      for (Path path : paths) {
        Child child = folder.child(path);
        if (child != null && child.mayBegin(prefix)) {
          children.add(child);
        }
      }
    } catch (NoSuchFileException e) {
      return children.iterator();
    } catch (IOException e) {
      throw StoreFaults.store(folder.path.toString(), "list", e);
    }
    children.sort(Comparator.comparing(Child::name));
    return children.iterator();
  }

  private static @Nullable Listed listed(Child file) {
    try {
      long bytes = Files.readAttributes(file.path, BasicFileAttributes.class).size();
      return new Listed(file.name, bytes, Untils.read(file.path));
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw StoreFaults.store(file.path.toString(), "list", e);
    }
  }

  /**
   * Something in a folder.
   *
   * @param name its name in the store; that of a folder ends with a slash, as objects sort
   */
  private record Child(String name, Path path, boolean isFolder) {

    private @Nullable Child child(Path file) {
      String last = file.getFileName().toString();
      if (last.startsWith(".")) {
        return null;
      }
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        return new Child(name + last + "/", file, true);
      }
      boolean isFile = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
      return isFile ? new Child(name + last, file, false) : null;
    }

    private boolean mayBegin(String prefix) {
      return name.startsWith(prefix) || (isFolder && prefix.startsWith(name));
    }
  }
}
