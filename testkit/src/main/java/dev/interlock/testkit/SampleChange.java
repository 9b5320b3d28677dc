package dev.interlock.testkit;

import dev.interlock.changes.Change;
import dev.interlock.changes.ChangeDigest;
import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.RecordBinder;
import dev.interlock.finding.Diagnostic;
import dev.interlock.goldens.Checkout;
import dev.interlock.ledger.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change of the sample, its digest, and when it is judged.
 *
 * @param name of the file under {@code samples/changes}, without its ending
 * @param change what the file says
 * @param digest of the file and its manifests
 * @param at the instant it is judged for
 */
record SampleChange(String name, Change change, String digest, Instant at) {

  /** Reads the change of a row. */
  static SampleChange read(ExpectedDecision expected) {
    Path file = Checkout.samples().resolve("changes").resolve(expected.change() + ".yaml");
    Change change = parse(file);
    return new SampleChange(
        expected.change(), change, ChangeDigest.of(contents(file, change)), expected.at());
  }

  private static Change parse(Path file) {
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> wrong =
        new ArrayList<>(DocumentReader.standard().read(file, file.toString(), documents::add));
    RecordBinder binder = new RecordBinder();
    Document only = documents.getFirst();
    return binder
        .header(only, wrong::add)
        .flatMap(header -> binder.bind(Change.class, header.spec(), only.file(), wrong::add))
        .orElseThrow(() -> new IllegalStateException("not a change: " + wrong));
  }

  /** The change file and all files of its manifests, by their path from the change's folder. */
  private static SortedMap<String, Bytes> contents(Path file, Change change) {
    SortedMap<String, Bytes> contents = new TreeMap<>();
    contents.put(String.valueOf(file.getFileName()), read(file));
    for (String manifest : change.manifests()) {
      Path start = file.resolveSibling(manifest).normalize();
      try (var walk = Files.walk(start)) {
        walk.filter(Files::isRegularFile)
            .forEach(found -> contents.put(path(manifest, start, found), read(found)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return contents;
  }

  private static String path(String manifest, Path start, Path found) {
    return found.equals(start)
        ? manifest
        : manifest + "/" + start.relativize(found).toString().replace('\\', '/');
  }

  private static Bytes read(Path file) {
    try {
      return Bytes.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
