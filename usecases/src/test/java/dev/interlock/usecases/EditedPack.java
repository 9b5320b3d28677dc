package dev.interlock.usecases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipFile;

/** Somebody who changes what is in a pack and makes its manifest anew. */
final class EditedPack {

  private EditedPack() {}

  static void edit(Path pack, Consumer<Map<String, byte[]>> change) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(pack.toFile())) {
      for (var entry : zip.stream().toList()) {
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    files.remove("MANIFEST.sha256");
    change.accept(files);
    Files.write(pack, PackFiles.zip(files));
  }

  static void replace(Path pack, String name, String old, String with) throws IOException {
    edit(
        pack,
        files ->
            files.computeIfPresent(
                name,
                (_, content) ->
                    new String(content, StandardCharsets.UTF_8)
                        .replace(old, with)
                        .getBytes(StandardCharsets.UTF_8)));
  }
}
