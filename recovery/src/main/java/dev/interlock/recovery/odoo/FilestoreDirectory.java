package dev.interlock.recovery.odoo;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * The folder of files is one: folders of two hexadecimal digits, and that of the markers. The
 * commonest mistake is a folder too high or too deep, for Odoo names it after the database: then
 * every file is gone for Odoo, although all lie on the disk.
 */
public final class FilestoreDirectory implements RestoreCheck {

  private static final Pattern SHELF = Pattern.compile("[0-9a-f]{2}");

  @Override
  public String name() {
    return "odoo/filestore-directory";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    long needed;
    try (Session session = Session.open(restored.database())) {
      session.require("ir_attachment");
      needed = StoredFile.needed(session);
    }
    Path filestore = restored.filestore();
    if (filestore == null) {
      return new Tally(name())
          .wrongWhen(needed > 0, "no folder of files was restored, " + needed + " are needed")
          .otherwise("no file is needed");
    }
    try {
      return look(filestore, needed);
    } catch (IOException e) {
      return Checked.unknown(name(), "the folder of files can't be read: " + e);
    }
  }

  private Checked look(Path filestore, long needed) throws IOException {
    long shelves = 0;
    Faults others = new Faults();
    Faults deeper = new Faults();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(filestore)) {
      for (Path entry : entries) {
        String entryName = entry.getFileName().toString();
        if (SHELF.matcher(entryName).matches()) {
          shelves++;
        } else if (!entryName.equals("checklist")) {
          (holdsShelves(entry) ? deeper : others).add(entryName);
        }
      }
    }
    return new Tally(name())
        .count("folders", shelves)
        .count("needed", needed)
        .count("others", others.count())
        .none("deeper", deeper, "files lie a folder too deep")
        .wrongWhen(needed > 0 && shelves == 0, "there is no file in it, " + needed + " are needed")
        .otherwise("the folder of files looks like one");
  }

  private static boolean holdsShelves(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (DirectoryStream<Path> shelves = Files.newDirectoryStream(folder, "[0-9a-f][0-9a-f]")) {
      return shelves.iterator().hasNext();
    }
  }
}
