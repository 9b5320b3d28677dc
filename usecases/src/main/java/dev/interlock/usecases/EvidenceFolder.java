package dev.interlock.usecases;

import dev.interlock.changes.EvidenceFile;
import dev.interlock.facts.ForeignFile;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Fault;
import dev.interlock.finding.SourceRef;
import dev.interlock.ledger.Bytes;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of evidence in a folder and everything below it, wherever links lead. A file is
 * evidence when its name ends, in any letter case, in {@code .json}, {@code .dsse} or {@code
 * .intoto} (one envelope) or in {@code .jsonl} (one on each line).
 *
 * @param files the evidence, by name; what can't be opened is kept empty, so that it counts as
 *     unreadable
 * @param warnings what was passed over or could not be opened
 */
record EvidenceFolder(List<EvidenceFile> files, List<Diagnostic> warnings) {

  /** An envelope is small; anything larger is something else. */
  private static final long LARGEST = 8L * 1024 * 1024;

  private static final List<String> SUFFIXES = List.of(".json", ".jsonl", ".dsse", ".intoto");

  EvidenceFolder {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }

  /**
   * The files, by name.
   *
   * @param folder or null when none is given
   * @throws InputRejected when there is no such folder
   */
  static EvidenceFolder read(@Nullable Path folder) {
    if (folder == null) {
      return new EvidenceFolder(List.of(), List.of());
    }
    if (!Files.isDirectory(folder)) {
      throw new InputRejected(
          ActionCode.NO_EVIDENCE_FOLDER.code(),
          folder.toString(),
          "there is no such folder",
          "give a folder of signed evidence");
    }
    Walk walk = new Walk(folder);
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    } catch (IOException e) {
      throw new Fault(
          ActionCode.EVIDENCE_UNREADABLE.code(),
          "cannot read " + folder + ": " + e.getMessage(),
          e);
    }
    walk.files.sort(Comparator.comparing(EvidenceFile::name));
    walk.warnings.sort(Comparator.comparing(warning -> warning.source().toString()));
    return new EvidenceFolder(walk.files, walk.warnings);
  }

  /** Goes through a folder, each directory once on every path. */
  private static final class Walk extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final List<EvidenceFile> files = new ArrayList<>();
    private final List<Diagnostic> warnings = new ArrayList<>();

    Walk(Path folder) {
      this.folder = folder;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (ForeignFile.is(ChangeFiles.nameOf(file))) {
        return FileVisitResult.CONTINUE;
      }
      if (!namedAsEvidence(file)) {
        passOver(file, "this is not read as evidence: its name ends in none of " + endings());
      } else if (attributes.isRegularFile()) {
        add(file, content(file, attributes.size()));
      } else {
        add(file, unopened(file, "it is no file, or a link that leads nowhere"));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof FileSystemLoopException) {
        passOver(file, "this link leads back to a folder above it, which is read once");
      } else if (Files.isDirectory(file)) {
        throw failure;
      } else {
        add(file, unopened(file, String.valueOf(failure.getMessage())));
      }
      return FileVisitResult.CONTINUE;
    }

    /** What is too large is kept empty, so that it is reported as unreadable. */
    private Bytes content(Path file, long size) {
      if (size > LARGEST) {
        return unopened(file, "it is larger than 8 MB");
      }
      try {
        return Bytes.of(Files.readAllBytes(file));
      } catch (IOException e) {
        return unopened(file, String.valueOf(e.getMessage()));
      }
    }

    private Bytes unopened(Path file, String why) {
      warnings.add(
          Diagnostic.warning(
                  ActionCode.EVIDENCE_UNOPENED.code(),
                  SourceRef.file(file.toString()),
                  "this evidence can't be opened, so what it may be about is unknown: " + why)
              .withHint("have it sent again, then take the broken file away"));
      return Bytes.of(new byte[0]);
    }

    private void add(Path file, Bytes content) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      files.add(new EvidenceFile(name, content));
    }

    private void passOver(Path file, String why) {
      warnings.add(
          Diagnostic.warning(
              ActionCode.EVIDENCE_PASSED_OVER.code(), SourceRef.file(file.toString()), why));
    }

    private static boolean namedAsEvidence(Path file) {
      String name = ChangeFiles.nameOf(file).toLowerCase(Locale.ROOT);
      return SUFFIXES.stream().anyMatch(name::endsWith);
    }

    private static String endings() {
      return String.join(", ", SUFFIXES);
    }
  }
}
