package dev.interlock.usecases;

import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.PolicyCatalogue;
import dev.interlock.guardrails.PolicyCatalogue.Kind;
import dev.interlock.guardrails.PolicyCatalogue.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Brings policy objects into a folder: assignments and exemptions, and the definitions and
 * initiatives that they name. Files are copied as they are; none is overwritten with another
 * content.
 */
public final class ImportPolicies {

  /**
   * What came of it.
   *
   * @param written files that were written, by their path in the folder
   * @param kept files that were there already with the same content
   * @param missing definitions that are named and were in none of the sources
   * @param diagnostics what is wrong with the sources
   */
  public record Report(
      List<String> written, List<String> kept, List<String> missing, List<Diagnostic> diagnostics) {

    public Report {
      written = List.copyOf(written);
      kept = List.copyOf(kept);
      missing = List.copyOf(missing);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * Imports.
   *
   * @param from exports, folders such as a clone of Microsoft's catalogue, and ZIP archives of them
   * @param out the folder; made when it is not there
   * @param all whether everything is brought in, not only what is needed
   * @throws InputRejected when a source can't be read, or a file stands in the way
   */
  public Report run(List<Path> from, Path out, boolean all) {
    try (Unpacked sources = Unpacked.of(from)) {
      PolicyCatalogue available = PolicyCatalogue.read(sources.paths());
      if (available.rows().isEmpty()) {
        throw new InputRejected(available.diagnostics());
      }
      Set<String> chosen = all ? files(available.rows()) : needed(available, out);
      List<String> written = new ArrayList<>();
      List<String> kept = new ArrayList<>();
      targets(available, chosen).forEach((file, target) -> copy(file, out, target, written, kept));
      PolicyCatalogue result = PolicyCatalogue.read(List.of(out));
      return new Report(written, kept, List.copyOf(result.missing()), available.diagnostics());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> files(List<Row> rows) {
    Set<String> files = new LinkedHashSet<>();
    rows.forEach(row -> files.add(row.source().file()));
    return files;
  }

  /** The files of assignments and exemptions, and of everything that they name, step by step. */
  private static Set<String> needed(PolicyCatalogue available, Path out) {
    List<Row> own =
        available.rows().stream()
            .filter(row -> row.kind() == Kind.ASSIGNMENT || row.kind() == Kind.EXEMPTION)
            .toList();
    boolean assigned = hasAssignments(out);
    if (own.isEmpty() && !assigned) {
      return files(available.rows());
    }
    Set<String> chosen = files(own);
    boolean more = true;
    while (more) {
      List<Path> paths = new ArrayList<>(assigned ? List.of(out) : List.of());
      chosen.forEach(file -> paths.add(Path.of(file)));
      more = false;
      for (String id : PolicyCatalogue.read(paths).missing()) {
        String file = available.fileOf(id);
        more |= file != null && chosen.add(file);
      }
    }
    return chosen;
  }

  private static boolean hasAssignments(Path out) {
    return Files.isDirectory(out)
        && PolicyCatalogue.read(List.of(out)).rows().stream()
            .anyMatch(row -> row.kind() == Kind.ASSIGNMENT);
  }

  /** Where each file goes: a folder for each kind, its own name, made unique. */
  private static Map<Path, String> targets(PolicyCatalogue available, Set<String> chosen) {
    Map<Path, String> targets = new LinkedHashMap<>();
    for (Row row : available.rows()) {
      Path file = Path.of(row.source().file());
      if (chosen.contains(row.source().file()) && !targets.containsKey(file)) {
        String name = row.kind().word() + "s/" + file.getFileName();
        targets.put(file, targets.containsValue(name) ? unique(row) : name);
      }
    }
    return targets;
  }

  private static String unique(Row row) {
    return row.kind().word() + "s/" + row.name().replaceAll("[^A-Za-z0-9._-]", "_") + ".json";
  }

  private static void copy(
      Path file, Path out, String target, List<String> written, List<String> kept) {
    Path place = out.resolve(target);
    try {
      byte[] content = Files.readAllBytes(file);
      if (!Files.exists(place)) {
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        writeWhole(out, place, content);
        written.add(target);
      } else if (java.util.Arrays.equals(Files.readAllBytes(place), content)) {
        kept.add(target);
      } else {
        throw new InputRejected(
            ActionCode.EXISTS.code(),
            place.toString(),
            "the file exists with another content",
            "remove it first, or import into another folder");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Nobody sees half of it, neither another import nor one after this was killed: it is written
   * beside the folder, which others may be reading, and then moved there.
   */
  private static void writeWhole(Path out, Path place, byte[] content) throws IOException {
    Path beside = out.toAbsolutePath().getParent();
    if (beside == null || !Files.isWritable(beside)) {
      Files.write(place, content);
      return;
    }
    Path part = beside.resolve("." + UUID.randomUUID() + ".part");
    try {
      Files.write(part, content);
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
