package dev.interlock.server.estate;

import dev.interlock.finding.Fault;
import dev.interlock.server.ServerCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A plain folder, copied as it is at the moment: what is edited meanwhile changes neither a
 * decision nor its pack. Documents may be added to the copy.
 *
 * @param source where the files come from
 * @param copies folder for the copies; nothing else lies in it
 * @param added text of further files by name
 */
public record EstateSnapshot(EstateSource source, Path copies, Map<String, String> added)
    implements EstateSource {

  /** Copies that are kept: a decision may still be at work on the one before. */
  private static final int KEPT = 3;

  public EstateSnapshot {
    added = Map.copyOf(added);
  }

  @Override
  public Checkout newest() {
    Checkout original = source.newest();
    SortedMap<String, byte[]> files = files(original.folder());
    added.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    Path copy = copies.resolve(digest(files));
    try {
      if (!Files.isDirectory(copy)) {
        write(files, copy);
      }
      tidy(copy);
    } catch (IOException | UncheckedIOException e) {
      throw failed(e);
    }
    return new Checkout(copy, original.revision());
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public void inForce(Checkout checkout) {
    lastGood().remember(checkout);
  }

  @Override
  public Optional<Checkout> lastInForce() {
    return lastGood().recall();
  }

  private LastGood lastGood() {
    return new LastGood(copies.resolveSibling("estate.in-force"));
  }

  private static SortedMap<String, byte[]> files(Path folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.startsWith(".") && !name.contains("/.")) {
          files.put(name, Files.readAllBytes(file));
        }
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw failed(e);
    }
  }

  /** Into a folder beside, which then takes the name: a copy is whole or not there. */
  private void write(SortedMap<String, byte[]> files, Path copy) throws IOException {
    Files.createDirectories(copies);
    Path beside = Files.createTempDirectory(copies, "new-");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path target = beside.resolve(file.getKey());
      Path parent = target.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(target, file.getValue());
    }
    Files.move(beside, copy);
  }

  /** However many broken ones came since, the copy in force stays. */
  private void tidy(Path newest) throws IOException {
    Path inForce = lastInForce().map(Checkout::folder).orElse(newest);
    List<Path> old;
    try (Stream<Path> all = Files.list(copies)) {
      old =
          all.filter(copy -> !copy.equals(newest) && !copy.equals(inForce))
              .sorted(Comparator.comparing(EstateSnapshot::age).reversed())
              .skip(KEPT)
              .toList();
    }
    for (Path copy : old) {
      try (Stream<Path> all = Files.walk(copy)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static FileTime age(Path copy) {
    try {
      return Files.getLastModifiedTime(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(SortedMap<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach((name, content) -> {
        digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(content);
      });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Fault failed(Exception e) {
    return new Fault(
        ServerCode.DATA_UNUSABLE.code(), "cannot copy the estate: " + e.getMessage(), e);
  }
}
