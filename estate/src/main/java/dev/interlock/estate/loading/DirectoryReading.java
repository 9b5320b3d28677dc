package dev.interlock.estate.loading;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.RecordBinder;
import dev.interlock.estate.EstateCode;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads all files of a directory. */
public final class DirectoryReading {

  /** Larger files are refused by the reader; hashing them would only take time. */
  private static final long HASHED = 64L << 20;

  private final DocumentReader reader;
  private final Path directory;
  private final DocumentSorter sorter = new DocumentSorter(new RecordBinder());

  /** A reading of one directory. */
  public DirectoryReading(DocumentReader reader, Path directory) {
    this.reader = reader;
    this.directory = directory;
  }

  /** Reads everything; mistakes within files go to the sink. */
  public Collected read(Consumer<Diagnostic> sink) {
    List<Diagnostic> lost = new ArrayList<>();
    List<Path> files = EstateFiles.in(directory, lost::add);
    List<FileContent> contents = InParallel.map(files, this::read);
    List<ReadDocument> documents = new ArrayList<>();
    SortedMap<String, String> digests = new TreeMap<>();
    boolean any = false;
    for (int i = 0; i < files.size(); i++) {
      FileContent content = contents.get(i);
      documents.addAll(content.documents);
      content.diagnostics.forEach(sink);
      mention(files.get(i), content, sink);
      any |= content.ours || !content.diagnostics.isEmpty();
      if (content.ours) {
        digests.put(below(directory, files.get(i)), content.digest);
      }
    }
    lost.forEach(sink);
    if (!any && lost.isEmpty()) {
      sink.accept(nothing());
    }
    return new Collected(documents, digests);
  }

  private FileContent read(Path file) {
    FileContent content = new FileContent();
    content.diagnostics.addAll(
        reader.read(file, file.toString(), document -> sorter.sort(document, content)));
    try {
      if (content.ours && Files.size(file) <= HASHED) {
        content.digest = FileHash.of(file);
      }
    } catch (IOException e) {
      SourceRef source = SourceRef.file(file.toString());
      String message = "can't be read: " + e.getClass().getSimpleName();
      content.diagnostics.add(Diagnostic.error(EstateCode.NO_DIRECTORY.code(), source, message));
    }
    return content;
  }

  /** The path with slashes, so that the digest is the same on every system. */
  static String below(Path directory, Path file) {
    return directory.relativize(file).toString().replace('\\', '/');
  }

  private static void mention(Path file, FileContent content, Consumer<Diagnostic> sink) {
    if (content.ours) {
      content.nameless.forEach(
          each -> sink.accept(ignored(each.source(), "this document " + each.what())));
    }
    boolean told = content.ours || content.nameless.isEmpty();
    if (content.foreign.isEmpty() && told) {
      return;
    }
    String what =
        content.foreign.isEmpty()
            ? "has neither apiVersion nor kind"
            : "is no part of an estate (" + String.join(", ", content.foreign) + ")";
    String message = (content.ours ? "a document in this file " : "this file ") + what;
    sink.accept(ignored(SourceRef.file(file.toString()), message));
  }

  private static Diagnostic ignored(SourceRef source, String what) {
    return Diagnostic.warning(EstateCode.NOT_OURS.code(), source, what + "; ignored")
        .withHint("keep other files outside the estate's directory");
  }

  private Diagnostic nothing() {
    return Diagnostic.error(
        EstateCode.NO_DOCUMENTS.code(),
        SourceRef.file(directory.toString()),
        "expected YAML files with apiVersion interlock.dev/v1, found none",
        "interlock init drafts an estate from what you have");
  }
}
