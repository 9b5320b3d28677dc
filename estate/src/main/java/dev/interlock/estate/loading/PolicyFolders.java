package dev.interlock.estate.loading;

import dev.interlock.estate.ControlSet;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.checks.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders of Azure Policy that control sets name. What they hold is part of the estate: a
 * decision rests on it, so it goes into the estate's digest and into decision packs.
 */
public final class PolicyFolders {

  private final Path directory;
  private final Report report;
  private final SortedMap<String, String> digests = new TreeMap<>();

  private PolicyFolders(Path directory, Report report) {
    this.directory = directory.toAbsolutePath().normalize();
    this.report = report;
  }

  /** Looks through them all; what can't be read is reported where the control set names it. */
  public static PolicyFolders read(Path directory, Estate estate, Report report) {
    PolicyFolders folders = new PolicyFolders(directory, report);
    for (Entry<ControlSet> set : estate.entries(ControlSet.class)) {
      List<String> policies = set.spec().policies();
      for (int i = 0; i < policies.size(); i++) {
        folders.read(set, i, policies.get(i));
      }
    }
    return folders;
  }

  /** SHA-256 in hex of each file by its path below the directory. */
  public SortedMap<String, String> digests() {
    return digests;
  }

  private void read(Entry<ControlSet> set, int index, String folder) {
    try {
      Path path = directory.resolve(folder).normalize();
      if (!path.startsWith(directory)) {
        complain(set, index, folder, "lies outside the estate", "copy it into the estate");
      } else if (!Files.exists(path)) {
        complain(set, index, folder, "does not exist", "the path is relative to the estate");
      } else {
        digest(path);
      }
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      complain(set, index, folder, "can't be read: " + e.getClass().getSimpleName(), null);
    }
  }

  private void digest(Path path) throws IOException {
    try (Stream<Path> below = Files.walk(path)) {
      for (Path file : below.filter(PolicyFolders::isJson).sorted().toList()) {
        digests.put(DirectoryReading.below(directory, file), FileHash.of(file));
      }
    }
  }

  private static boolean isJson(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return (name.endsWith(".json") || name.endsWith(".jsonc")) && Files.isRegularFile(file);
  }

  private void complain(
      Entry<ControlSet> set, int index, String folder, String problem, @Nullable String hint) {
    String message = "policies: the folder \"" + folder + "\" " + problem;
    report.add(EstateCode.POLICY_FOLDER, set.at("policies", index), message, hint);
  }
}
