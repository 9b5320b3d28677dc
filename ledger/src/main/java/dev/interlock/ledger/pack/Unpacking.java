package dev.interlock.ledger.pack;

import dev.interlock.ledger.file.StorageErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files of a pack into a folder; {@link PackFile} has refused all that is unsafe. */
public final class Unpacking {

  private Unpacking() {}

  /** Unpacks. */
  public static void run(Path zip, Path folder) {
    try (PackFile pack = PackFile.open(zip)) {
      for (String name : pack.names()) {
        write(pack, name, folder.resolve(name));
      }
    } catch (IOException e) {
      throw PackFile.failed(zip, e);
    }
  }

  private static void write(PackFile pack, String name, Path target) throws IOException {
    try {
      Files.createDirectories(target.getParent());
      Files.createFile(target);
    } catch (IOException e) {
      throw StorageErrors.of(target, "write", e);
    }
    try (var out = Files.newOutputStream(target)) {
      pack.copy(name, out);
    }
  }
}
