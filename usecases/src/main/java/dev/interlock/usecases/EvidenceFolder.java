package dev.interlock.usecases;

import dev.interlock.changes.EvidenceFile;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files of evidence in a folder and everything below it. */
final class EvidenceFolder {

  /** An envelope is small; anything larger is something else. */
  private static final long LARGEST = 8L * 1024 * 1024;

  private EvidenceFolder() {}

  /**
   * The files, by name.
   *
   * @param folder or null when none is given
   * @throws InputRejected when there is no such folder
   */
  static List<EvidenceFile> read(@Nullable Path folder) {
    if (folder == null) {
      return List.of();
    }
    if (!Files.isDirectory(folder)) {
      throw new InputRejected(
          ActionCode.NO_EVIDENCE_FOLDER.code(),
          folder.toString(),
          "there is no such folder",
          "give a folder of signed evidence");
    }
    List<EvidenceFile> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(EvidenceFolder::isEvidence).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        files.add(new EvidenceFile(name, content(file)));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Fault(
          ActionCode.EVIDENCE_UNREADABLE.code(),
          "cannot read " + folder + ": " + e.getMessage(),
          e);
    }
    return files;
  }

  private static boolean isEvidence(Path file) {
    String name = ChangeFiles.nameOf(file);
    return (name.endsWith(".json") || name.endsWith(".jsonl")) && Files.isRegularFile(file);
  }

  /** What is too large is kept empty, so that it is reported as unreadable. */
  private static Bytes content(Path file) throws IOException {
    return Bytes.of(Files.size(file) > LARGEST ? new byte[0] : Files.readAllBytes(file));
  }
}
