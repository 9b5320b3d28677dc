package dev.interlock.facts.reading;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Pieces;
import dev.interlock.document.ReadOptions;
import dev.interlock.facts.ForeignFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Tells which files of a directory are worth reading as facts, cheaply. */
final class Candidate {

  /** Prose and programs quote manifests without being any. */
  private static final Set<String> QUOTING =
      Set.of(
          "md",
          "markdown",
          "adoc",
          "rst",
          "html",
          "htm",
          "tpl",
          "tmpl",
          "gotmpl",
          "go",
          "java",
          "py",
          "rb",
          "js",
          "ts",
          "sh",
          "ps1",
          "bat",
          "tf",
          "hcl",
          "bicep",
          "log",
          "svg",
          "xml");

  private static final Set<String> DATA = Set.of("yaml", "yml", "json", "jsonl", "ndjson", "");

  private static final Set<String> PACKED =
      Set.of("gz", "tgz", "bz2", "xz", "zst", "zip", "gpg", "age", "enc");

  private static final int BLOCK = 1 << 16;
  private static final int OVERLAP = 32;
  private static final int LARGEST_TEMPLATE = 4 << 20;

  private Candidate() {}

  /** True when the name promises data that is compressed or encrypted: {@code odoo.yaml.gz}. */
  static boolean isPackedData(Path path) {
    String name = String.valueOf(path.getFileName());
    String extension = extension(path);
    return PACKED.contains(extension)
        && DATA.contains(extension(Path.of(name.substring(0, name.lastIndexOf('.')))))
        && name.indexOf('.') < name.lastIndexOf('.');
  }

  /**
   * True when the file speaks of something that facts are recognised by, or when its name promises
   * data and nobody can read any in it: it might have been meant.
   */
  static boolean mayHoldFacts(Path path) throws IOException {
    String extension = extension(path);
    if (QUOTING.contains(extension) || ForeignFile.is(String.valueOf(path.getFileName()))) {
      return false;
    }
    boolean named = !extension.isEmpty() && DATA.contains(extension);
    byte[] block = new byte[BLOCK];
    try (InputStream stream = Files.newInputStream(path)) {
      int kept = 0;
      int count = stream.readNBytes(block, 0, BLOCK);
      while (count > 0) {
        String text = new String(block, 0, kept + count, StandardCharsets.ISO_8859_1);
        if (speaksOfFacts(text.replace("\0", ""), named) || (named && isBinary(text))) {
          return true;
        }
        int length = kept + count;
        kept = Math.min(OVERLAP, length);
        System.arraycopy(block, length - kept, block, 0, kept);
        count = stream.readNBytes(block, kept, BLOCK - kept);
      }
    }
    return named && isBroken(path);
  }

  /** True for a template that links others; Azure takes none above 4 MB. */
  static boolean linksTemplates(Path path) {
    try {
      return extension(path).equals("json")
          && Files.size(path) <= LARGEST_TEMPLATE
          && Files.readString(path, StandardCharsets.ISO_8859_1).contains("\"templateLink\"");
    } catch (IOException _) {
      return false; // whoever reads it will say so
    }
  }

  /** Zero bytes; in UTF-16 every other byte may be one. */
  private static boolean isBinary(String text) {
    boolean wide = text.startsWith("\u00fe\u00ff") || text.startsWith("\u00ff\u00fe");
    return text.indexOf('\0') >= 0 && !wide;
  }

  private static boolean speaksOfFacts(String text, boolean named) {
    return named ? FactSigns.inData(text) : FactSigns.in(text);
  }

  /** True when a file that should be YAML or JSON is not: nobody can tell what it would hold. */
  private static boolean isBroken(Path path) {
    return DocumentReader.with(ReadOptions.exported())
        .read(path, "", StandardFactReader.LISTS, new Nothing())
        .stream()
        .anyMatch(DocumentReader::hidesText);
  }

  /** Takes what is read and keeps none of it. */
  private static final class Nothing implements Pieces {
    @Override
    public void document(Document whole) {}

    @Override
    public void element(Document element, MappingNode envelope) {}

    @Override
    public void end(Document envelope) {}
  }

  /** True when the file's name promises data, so that broken content is worth a report. */
  static boolean promisesData(Path path) {
    return DATA.contains(extension(path));
  }

  private static String extension(Path path) {
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
