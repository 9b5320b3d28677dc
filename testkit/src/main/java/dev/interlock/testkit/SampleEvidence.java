package dev.interlock.testkit;

import dev.interlock.document.RecordWriter;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.goldens.Checkout;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.Statement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All evidence of the sample, signed. The same sources always give the same bytes, so a test can
 * prove that what is checked in under {@code samples/evidence} is exactly this.
 */
public final class SampleEvidence {

  private SampleEvidence() {}

  /** Writes {@code samples/evidence} anew. */
  public static void main(String[] args) throws IOException {
    write(Checkout.samples().resolve("evidence"));
  }

  /**
   * Writes all files below a folder and removes JSON files that are none of them.
   *
   * @param folder created when absent
   */
  public static void write(Path folder) throws IOException {
    SortedMap<String, String> files = files();
    for (String stale : present(folder)) {
      if (!files.containsKey(stale)) {
        Files.delete(folder.resolve(stale));
      }
    }
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, file.getValue());
    }
  }

  /** Every file below {@code samples/evidence}, by path, with its text. */
  public static SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    SharedEvidence.files().forEach(file -> add(files, file));
    for (ExpectedDecision expected : ExpectedDecision.all()) {
      SampleChange change = SampleChange.read(expected);
      Dossier dossier = new Dossier(change);
      ChangeEvidence.gather(dossier).incidents(ChangeEvidence.incidents(change.name()));
      dossier.files().forEach(file -> add(files, file));
    }
    return files;
  }

  private static void add(SortedMap<String, String> files, SampleFile file) {
    String text = signed(file);
    String before = files.putIfAbsent(file.path(), text);
    if (before != null && !before.equals(text)) {
      throw new IllegalStateException("two different pieces of evidence claim " + file.path());
    }
  }

  /** The JSON files below a folder, as paths relative to it with forward slashes. */
  static List<String> present(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  /** {@code sha256:} and the hash of a text: digests of things the sample only talks about. */
  static String digestOf(String text) {
    return "sha256:" + HexFormat.of().formatHex(SampleKeys.sha256(text));
  }

  private static String signed(SampleFile file) {
    var subject = file.predicate().subject();
    String json = new RecordWriter().toJson(file.predicate());
    Statement statement =
        new Statement(
            List.of(Statement.Subject.sha256(subject.name(), subject.sha256())),
            PredicateKind.of(file.predicate()).typeUri(),
            Bytes.of(json.getBytes(StandardCharsets.UTF_8)));
    return Envelope.sign(statement, SampleKeys.of(file.key())).toJson().utf8() + "\n";
  }
}
