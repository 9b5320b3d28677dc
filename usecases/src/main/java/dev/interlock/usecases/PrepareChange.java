package dev.interlock.usecases;

import dev.interlock.changes.Change;
import dev.interlock.changes.ChangeReader;
import dev.interlock.changes.ChangeReading;
import dev.interlock.changes.RegisterRefused;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a change and its manifests without an estate, to send them to a server that has one. */
public final class PrepareChange {

  /**
   * Reads.
   *
   * @throws InputRejected with everything that is wrong with the change as it is written, or when
   *     its files are more than a server takes
   */
  public ChangeToSend run(Path file) {
    ChangeFiles own = ChangeFiles.read(file);
    ChangeReading reading = new ChangeReader().read(own.text(), file.toString());
    Change change = reading.change();
    if (change == null) {
      throw new InputRejected(reading.diagnostics());
    }
    ChangeFiles files = own.with(change.manifests(), reading.source());
    try {
      return new ChangeToSend(
          reading.withDigest(files.digest()).orElseThrow(), files.submission(), shown(files));
    } catch (RegisterRefused e) {
      String why = String.valueOf(e.getMessage());
      throw new InputRejected(e.code().code(), file.toString(), why, null);
    }
  }

  private static SortedMap<String, String> shown(ChangeFiles files) {
    Path here = Path.of("").toAbsolutePath();
    SortedMap<String, String> shown = new TreeMap<>();
    files.sent().forEach((path, file) -> shown.put(path, name(here, file)));
    return shown;
  }

  private static String name(Path here, Path file) {
    return (file.startsWith(here) ? here.relativize(file) : file).toString();
  }
}
