package dev.interlock.recovery.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The append-only file of a Redis of version 7 or newer: a folder with a list, {@code *.manifest},
 * of a base and of files with what was written since.
 *
 * @param list name of the list
 * @param listed what the list says
 * @param files names of the files that are needed, in the order in which they are read
 */
record AppendOnlyFiles(String list, String listed, List<String> files) {

  /** What the name of every list ends with. */
  static final String SUFFIX = ".manifest";

  /** Redis's TEMP_FILE_NAME_PREFIX. */
  private static final String UNFINISHED = "temp-";

  private static final Pattern LINE = Pattern.compile("file (\\S+) seq \\d+ type ([bhi])");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  AppendOnlyFiles {
    files = List.copyOf(files);
  }

  /**
   * Reads the list in a folder.
   *
   * @throws IOException when there is not exactly one that names files
   */
  static AppendOnlyFiles in(Path folder) throws IOException {
    List<Path> lists = lists(folder);
    if (lists.size() != 1) {
      throw new IOException(
          lists.isEmpty()
              ? "there is no append-only file in " + folder + ": no name ends with " + SUFFIX
              : "several append-only files are in " + folder);
    }
    String name = lists.getFirst().getFileName().toString();
    String listed = Files.readString(lists.getFirst(), StandardCharsets.UTF_8);
    return new AppendOnlyFiles(safe(name), listed, files(name, listed));
  }

  /**
   * Redis writes a new list beside the one that holds and then renames it: what is being written,
   * or was when Redis was killed, is no list yet.
   */
  private static List<Path> lists(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.filter(it -> it.getFileName().toString().endsWith(SUFFIX)).toList();
      Set<String> unfinished =
          all.stream().map(it -> UNFINISHED + it.getFileName()).collect(Collectors.toSet());
      return all.stream().filter(it -> !unfinished.contains(it.getFileName().toString())).toList();
    }
  }

  /** What is history is no longer read. */
  private static List<String> files(String name, String listed) throws IOException {
    List<String> files = new ArrayList<>();
    for (String line : listed.lines().filter(it -> !it.isBlank()).toList()) {
      Matcher words = LINE.matcher(line.strip());
      if (!words.matches()) {
        throw new IOException(name + " has a line that is not understood: " + line);
      }
      if (!words.group(2).equals("h")) {
        files.add(safe(words.group(1)));
      }
    }
    if (files.isEmpty()) {
      throw new IOException(name + " names no files");
    }
    return files;
  }

  private static String safe(String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IOException("an append-only file has a name that can't be stored: " + name);
    }
    return name;
  }

  /** The setting {@code appendfilename} that goes with it. */
  String base() {
    return list.substring(0, list.length() - SUFFIX.length());
  }
}
