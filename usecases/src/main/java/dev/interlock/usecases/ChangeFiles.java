package dev.interlock.usecases;

import dev.interlock.changes.ChangeCode;
import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.Submission;
import dev.interlock.document.SpecialFile;
import dev.interlock.finding.Fault;
import dev.interlock.finding.SourceRef;
import dev.interlock.ledger.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files that a change consists of: its own and its manifests, by their path relative to the
 * change's folder.
 *
 * @param base where the named paths begin: empty for the user's own working directory; otherwise a
 *     folder that holds all there is, and nothing outside it is read
 * @param folder where the change lies, as the user named it
 * @param text the change itself
 * @param own the path of the change file itself
 * @param hexByPath SHA-256 of every file
 */
record ChangeFiles(Path base, Path folder, String text, String own, Map<String, String> hexByPath) {

  /**
   * Reads the change file alone.
   *
   * @throws InputRejected when there is none
   */
  static ChangeFiles read(Path file) {
    return read(Path.of(""), file);
  }

  /** The same for a file whose path begins at a base. */
  static ChangeFiles read(Path base, Path file) {
    Path folder = folderOf(file);
    byte[] content = content(base.resolve(file), file.toString());
    Map<String, String> hashes = new TreeMap<>();
    hashes.put(nameOf(file), ChangeDigest.sha256(content));
    return new ChangeFiles(
        base, folder, new String(content, StandardCharsets.UTF_8), nameOf(file), hashes);
  }

  /**
   * The same with every file under the manifests; symbolic links are followed.
   *
   * @throws InputRejected when one does not exist
   */
  ChangeFiles with(List<String> manifests, SourceRef change) {
    Map<String, String> all = new TreeMap<>(hexByPath);
    for (String manifest : manifests) {
      Path start = start(manifest);
      if (start == null || leadsOut(start) || !Files.exists(start)) {
        throw new InputRejected(
            List.of(
                ChangeCode.NO_MANIFEST.at(
                    change,
                    "manifests: there is no \"" + manifest + "\" beside this file",
                    "paths are relative to the change's own folder")));
      }
      for (Path file : ManifestFiles.below(start)) {
        all.put(relative(file), ChangeDigest.sha256(content(file, file.toString())));
      }
    }
    return new ChangeFiles(base, folder, text, own, all);
  }

  private @Nullable Path start(String manifest) {
    try {
      return base.resolve(folder.resolve(manifest).normalize());
    } catch (InvalidPathException _) {
      return null;
    }
  }

  /** Those files among the manifests that are named themselves, not by a folder around them. */
  Set<String> named(List<String> manifests) {
    return manifests.stream()
        .map(this::start)
        .filter(Objects::nonNull)
        .filter(Files::isRegularFile)
        .map(this::relative)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean leadsOut(Path file) {
    return !base.toString().isEmpty() && !file.normalize().startsWith(base.normalize());
  }

  /** SHA-256 of every file but the change itself. */
  Map<String, String> manifests() {
    Map<String, String> manifests = new TreeMap<>(hexByPath);
    manifests.remove(own);
    return manifests;
  }

  /** Every file, by its path from the base. */
  Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    hexByPath
        .keySet()
        .forEach(path -> paths.add(folder.resolve(path).normalize().toString().replace('\\', '/')));
    return paths;
  }

  /** A file as the user would name it. */
  String shown(String path) {
    return folder.resolve(path).normalize().toString();
  }

  /**
   * The files as the register wants them: below the folder that holds them all.
   *
   * @throws RegisterRefused when they are too many or too large
   */
  Submission submission() throws RegisterRefused {
    SortedMap<String, Bytes> files = new TreeMap<>();
    sent().forEach((path, file) -> files.put(path, Bytes.of(content(file, file.toString()))));
    return new Submission(slashed(root().relativize(here().resolve(own))), files);
  }

  /** Every file by the path under which it is sent. */
  SortedMap<String, Path> sent() {
    Path root = root();
    SortedMap<String, Path> sent = new TreeMap<>();
    for (String path : hexByPath.keySet()) {
      Path file = here().resolve(path).normalize();
      sent.put(slashed(root.relativize(file)), file);
    }
    return sent;
  }

  /** The folder that holds them all. */
  private Path root() {
    Path root = here();
    for (String path : hexByPath.keySet()) {
      while (!here().resolve(path).normalize().startsWith(root)) {
        root = root.resolve("..").normalize();
      }
    }
    return root;
  }

  private Path here() {
    return base.resolve(folder).toAbsolutePath().normalize();
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** The digest that approvals and checks refer to. */
  String digest() {
    return ChangeDigest.ofHashes(hexByPath);
  }

  /** A path relative to the change's folder, with forward slashes. */
  private String relative(Path file) {
    Path from = base.resolve(folder).toAbsolutePath().normalize();
    Path relative = from.relativize(file.toAbsolutePath().normalize());
    return relative.toString().replace('\\', '/');
  }

  private static byte[] content(Path file, String name) {
    if (SpecialFile.is(file)) {
      throw new InputRejected(
          ChangeCode.NO_CHANGE.code(), name, "this is a pipe or device", "name a file");
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new InputRejected(
          ChangeCode.NO_CHANGE.code(),
          name,
          "there is no such file",
          "give the file of a change request");
    } catch (IOException e) {
      throw new Fault(
          ChangeCode.NO_MANIFEST.code(), "cannot read " + name + ": " + e.getMessage(), e);
    }
  }

  static Path folderOf(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }

  static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }
}
