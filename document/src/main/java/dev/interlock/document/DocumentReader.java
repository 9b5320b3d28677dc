package dev.interlock.document;

import dev.interlock.document.reading.StandardReader;
import dev.interlock.finding.Diagnostic;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads YAML 1.2 and JSON (told apart by their content) with positions. Documents are handed over
 * one at a time, so that a large multi-document file needs memory only for its largest document.
 * Empty documents are left out. A broken document is reported and reading goes on with the next
 * one. Safe for use by several threads.
 */
public interface DocumentReader {

  /** The reader for what people write: {@link ReadOptions#own()}. */
  static DocumentReader standard() {
    return with(ReadOptions.own());
  }

  /** A reader with the given options. */
  static DocumentReader with(ReadOptions options) {
    return new StandardReader(options);
  }

  /**
   * True when for this mistake nobody can tell what a text, or the rest of it, says; false when it
   * is about a single key or value.
   */
  static boolean hidesText(Diagnostic mistake) {
    return StandardReader.hidesText(mistake);
  }

  /**
   * Reads a file.
   *
   * @param path the file
   * @param name how diagnostics call it
   * @param sink takes each readable document, in order
   * @return what is wrong with the file; empty when nothing is
   */
  List<Diagnostic> read(Path path, String name, Consumer<Document> sink);

  /** Reads a text already in memory. */
  List<Diagnostic> read(String text, String name, Consumer<Document> sink);

  /**
   * Reads a file piece by piece.
   *
   * @param lists keys of a document's root mapping whose lists are handed over by element; the
   *     empty text stands for a document that is a list itself
   */
  List<Diagnostic> read(Path path, String name, Set<String> lists, Pieces sink);

  /** Reads a stream piece by piece; the caller closes it. */
  List<Diagnostic> read(InputStream stream, String name, Set<String> lists, Pieces sink);
}
