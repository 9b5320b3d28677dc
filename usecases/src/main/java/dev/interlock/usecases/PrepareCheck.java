package dev.interlock.usecases;

import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.Submission;
import dev.interlock.document.SpecialFile;
import dev.interlock.facts.FactReader;
import dev.interlock.facts.FoundFiles;
import dev.interlock.facts.FoundFiles.FoundFile;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gathers what a check reads, to send it to a server. Files that can't hold anything to check stay
 * here and are only counted; of what can't be read, the reason is sent.
 */
public final class PrepareCheck {

  private static final Bytes NOTHING = Bytes.of(new byte[0]);

  private final InputStream standardInput;
  private final SortedMap<String, Bytes> files = new TreeMap<>();
  private long size;

  /** Gathers; {@code -} stands for the stream. */
  public PrepareCheck(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /**
   * Gathers.
   *
   * @param names files, folders, or {@code -}
   * @throws InputRejected when it is more than a server takes, or a name that it does not take
   */
  public FilesToCheck run(List<String> names) {
    SortedMap<String, SentInput> byName = new TreeMap<>();
    List<SentInput> inputs = new ArrayList<>();
    for (String name : names) {
      String place = String.valueOf(byName.size() + 1);
      inputs.add(byName.computeIfAbsent(name, _ -> input(name, place)));
    }
    return new FilesToCheck(inputs, files);
  }

  private SentInput input(String name, String place) {
    if (!name.equals("-") && Files.isDirectory(Path.of(name))) {
      return folder(name, place + "/");
    }
    String last = name.equals("-") ? "input" : ChangeFiles.nameOf(Path.of(name));
    String path = place + "/" + last;
    try {
      add(path, name, named(name));
    } catch (IOException _) {
      return new SentInput(name, path, 0, reasons(name));
    }
    return new SentInput(name, path, 0, List.of());
  }

  private SentInput folder(String name, String place) {
    FoundFiles found = FoundFiles.in(Path.of(name), name);
    for (FoundFile each : found.files()) {
      try {
        add(place + each.path(), name, each.packed() ? NOTHING : content(each.file()));
      } catch (IOException e) {
        throw new Fault(
            ActionCode.CANNOT_UNPACK.code(), "cannot read " + each.file() + ": " + e, e);
      }
    }
    return new SentInput(name, place, found.others(), found.unread());
  }

  private Bytes named(String name) throws IOException {
    if (name.equals("-")) {
      return content(standardInput);
    }
    Path file = Path.of(name);
    if (SpecialFile.is(file)) {
      throw new IOException("a pipe or device");
    }
    return content(file);
  }

  private static Bytes content(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return content(stream);
    }
  }

  /** One byte more than can be sent is enough to know. */
  private static Bytes content(InputStream stream) throws IOException {
    return Bytes.of(stream.readNBytes(Submission.MOST_BYTES + 1));
  }

  /** In the words of a check that is made here. */
  private static List<Diagnostic> reasons(String name) {
    return FactReader.standard(InputStream.nullInputStream())
        .read(List.of(name), _ -> {})
        .diagnostics();
  }

  private void add(String path, String name, Bytes content) {
    size += content.length();
    if (size > Submission.MOST_BYTES || files.size() == Submission.MOST_FILES) {
      throw new InputRejected(
          RegisterCode.TOO_LARGE.code(),
          name,
          "a server takes at most "
              + Submission.MOST_FILES
              + " files of at most "
              + (Submission.MOST_BYTES >> 20)
              + " MB together",
          "check them in parts, or here, with --estate DIR in place of --server");
    }
    try {
      Submission.requirePath(path);
    } catch (RegisterRefused e) {
      throw new InputRejected(
          e.code().code(),
          name,
          "a file in it can't be sent: " + e.getMessage(),
          "rename it, or check it here, with --estate DIR in place of --server");
    }
    files.put(path, content);
  }
}
