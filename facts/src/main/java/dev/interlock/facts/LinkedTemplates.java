package dev.interlock.facts;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Finds the templates that another one links: in its folder or below, also when they are reached by
 * a symbolic link. Of an address on the web the end is looked for there, as deployments of a folder
 * have it.
 */
public final class LinkedTemplates implements BiFunction<String, String, Optional<Document>> {

  private final Function<String, Optional<Path>> paths;
  private final Consumer<Path> found;

  /**
   * Finds them.
   *
   * @param paths where a file lies, by the name that it has in messages
   */
  public LinkedTemplates(Function<String, Optional<Path>> paths) {
    this(paths, _ -> {});
  }

  /**
   * Finds them, and tells which.
   *
   * @param paths where a file lies, by the name that it has in messages
   * @param found takes each file that is linked
   */
  public LinkedTemplates(Function<String, Optional<Path>> paths, Consumer<Path> found) {
    this.paths = paths;
    this.found = found;
  }

  @Override
  public Optional<Document> apply(String file, String link) {
    Optional<Path> own = paths.apply(file).map(path -> path.toAbsolutePath().normalize());
    Path folder = own.map(Path::getParent).orElse(null);
    if (folder == null) {
      return Optional.empty();
    }
    String before = file.substring(0, file.lastIndexOf('/') + 1);
    for (String end : ends(link)) {
      Optional<Path> there = below(folder, end);
      if (there.isPresent() && !there.equals(own)) {
        found.accept(there.get());
        return read(there.get(), before + end);
      }
    }
    return Optional.empty();
  }

  private static List<String> ends(String link) {
    int scheme = link.indexOf("://");
    if (scheme < 0) {
      return List.of(link);
    }
    String path = link.substring(scheme + 3).split("[?#]", 2)[0];
    List<String> ends = new ArrayList<>();
    for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      ends.add(path.substring(at + 1));
    }
    return ends;
  }

  private static Optional<Path> below(Path folder, String end) {
    try {
      Path path = folder.resolve(end).normalize();
      return path.startsWith(folder) && Files.isRegularFile(path) && isThere(path, folder)
          ? Optional.of(path)
          : Optional.empty();
    } catch (InvalidPathException | IOException _) {
      return Optional.empty();
    }
  }

  /** A symbolic link may lead out of the folder, to what the template must not show. */
  private static boolean isThere(Path path, Path folder) throws IOException {
    return path.toRealPath().startsWith(folder.toRealPath());
  }

  private static Optional<Document> read(Path path, String name) {
    List<Document> documents = new ArrayList<>();
    DocumentReader.with(ReadOptions.policies()).read(path, name, documents::add);
    return documents.stream().findFirst();
  }
}
