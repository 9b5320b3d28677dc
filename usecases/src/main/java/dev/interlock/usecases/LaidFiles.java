package dev.interlock.usecases;

import dev.interlock.changes.Submission;
import dev.interlock.facts.FactReader;
import dev.interlock.facts.LaidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Files that somebody sent to be checked, in a temporary folder while they are. */
final class LaidFiles implements AutoCloseable {

  private final FiledFiles files;
  private final Map<String, LaidInput> inputs = new HashMap<>();

  private LaidFiles(FiledFiles files) {
    this.files = files;
  }

  /**
   * Lays them out.
   *
   * @throws InputRejected when one would be judged under two names' places, or not at all
   * @throws dev.interlock.changes.RegisterRefused when a path leads elsewhere, or they are too many
   */
  static LaidFiles of(FilesToCheck sent) {
    if (sent.inputs().size() > Submission.MOST_FILES) {
      throw rejected("inputs", "at most " + Submission.MOST_FILES + " inputs go together");
    }
    sent.inputs().forEach(LaidFiles::requirePath);
    for (String file : sent.files().keySet()) {
      if (sent.inputs().stream().noneMatch(input -> input.covers(file))) {
        throw rejected(file, "the file belongs to none of the inputs and would not be checked");
      }
    }
    LaidFiles laid = new LaidFiles(FiledFiles.of(sent.files()));
    try {
      sent.inputs().forEach(laid::lay);
      return laid;
    } catch (RuntimeException e) {
      laid.close();
      throw e;
    }
  }

  /** Reads them by the names that the sender has for them. */
  FactReader reader() {
    return FactReader.of(inputs);
  }

  private void lay(SentInput input) {
    Path path = files.folder().resolve(input.path());
    if (input.isFolder()) {
      make(path);
    }
    LaidInput laid = new LaidInput(path, input.others(), input.unread());
    LaidInput other = inputs.put(input.name(), laid);
    if (other != null && !other.equals(laid)) {
      throw rejected(input.name(), "two different inputs have this name");
    }
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requirePath(SentInput input) {
    String path = input.path();
    Submission.requirePath(input.isFolder() ? path.substring(0, path.length() - 1) : path);
  }

  private static InputRejected rejected(String place, String message) {
    return new InputRejected(
        ActionCode.INPUTS_UNFIT.code(),
        place,
        message,
        "name each file or folder that is sent once among the inputs");
  }

  @Override
  public void close() {
    files.close();
  }
}
