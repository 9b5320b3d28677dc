package dev.interlock.usecases;

import dev.interlock.changes.ChangeReader;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.Submission;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Fault;
import dev.interlock.finding.SourceRef;
import dev.interlock.ledger.Bytes;
import dev.interlock.usecases.DecideChange.ReadChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files the changes and the evidence that lie in folders, to begin with. */
public final class ImportChanges {

  private final ChangeBook book;

  /** Files into this book. */
  public ImportChanges(ChangeBook book) {
    this.book = book;
  }

  /**
   * Files every change that is not filed yet, and every piece of evidence.
   *
   * @param changes folder with change requests; their manifests lie beside or above it
   * @param evidence folder with signed evidence, or null
   * @return what was not taken, and why
   */
  public List<Diagnostic> run(
      Path changes, @Nullable Path evidence, EstateInForce estate, Author author) {
    List<Diagnostic> problems = new ArrayList<>();
    for (Path file : changes(changes)) {
      try {
        new SubmitChange(book).file(submission(file, estate), estate, author);
      } catch (InputRejected e) {
        problems.addAll(e.problems());
      } catch (RegisterRefused e) {
        problems.add(refused(file.toString(), e));
      }
    }
    for (EvidenceFile file : EvidenceFolder.read(evidence).files()) {
      problems.addAll(evidence(file, estate, author));
    }
    return problems;
  }

  /** What can't be read is filed too: it may be bad news. */
  private List<Diagnostic> evidence(EvidenceFile file, EstateInForce estate, Author author) {
    List<Diagnostic> problems = new ArrayList<>();
    for (Bytes envelope : envelopes(file)) {
      try {
        new FileEvidence(book).keep(file.name(), envelope, estate, author);
      } catch (RegisterRefused e) {
        problems.add(refused(file.name(), e));
      }
    }
    return problems;
  }

  private static List<Bytes> envelopes(EvidenceFile file) {
    if (!file.name().toLowerCase(Locale.ROOT).endsWith(".jsonl")) {
      return List.of(file.content());
    }
    return file.content().utf8().lines().filter(line -> !line.isBlank()).map(Bytes::utf8).toList();
  }

  private static Diagnostic refused(String file, RegisterRefused e) {
    return Diagnostic.warning(
        e.code().code(), SourceRef.file(file), String.valueOf(e.getMessage()));
  }

  /** The files of a change as the register wants them: below the folder that holds them all. */
  private static Submission submission(Path file, EstateInForce estate) {
    ReadChange read = DecideChange.change(file, estate.loaded().estate());
    return read.files().submission();
  }

  private static List<Path> changes(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> content(file).utf8().contains("kind: " + ChangeReader.KIND))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private static Bytes content(Path file) {
    try {
      return Bytes.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static Fault failed(Path file, IOException e) {
    return new Fault(
        RegisterCode.UNREADABLE.code(), "cannot read " + file + ": " + e.getMessage(), e);
  }
}
