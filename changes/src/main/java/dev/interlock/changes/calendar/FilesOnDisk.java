package dev.interlock.changes.calendar;

import dev.interlock.changes.CalendarFiles;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Calendar files on disk, next to the document that names them. */
public final class FilesOnDisk implements CalendarFiles {

  /** A hundred times the largest calendar that people keep. */
  private static final long MAX_BYTES = 16L << 20;

  private final Path estateDirectory;

  /** Documents are named relative to this directory, or as the user gave them. */
  public FilesOnDisk(Path estateDirectory) {
    this.estateDirectory = estateDirectory;
  }

  @Override
  public Text read(SourceRef document, String file) throws IOException {
    try {
      Path beside = Path.of(document.file()).resolveSibling(file);
      Path inEstate = estateDirectory.resolve(beside);
      Path path = Files.exists(inEstate) ? inEstate : beside;
      if (!Files.isRegularFile(path)) {
        throw new IOException("there is no file \"" + file + "\" beside the calendar");
      }
      if (Files.size(path) > MAX_BYTES) {
        throw new IOException("the file is larger than " + (MAX_BYTES >> 20) + " MB");
      }
      return new Text(
          beside.toString(), new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
    } catch (InvalidPathException e) {
      throw new IOException("\"" + file + "\" is not a file name", e);
    }
  }
}
