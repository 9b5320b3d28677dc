package dev.interlock.recovery;

import dev.interlock.recovery.odoo.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folders with the code of modules, like those of Odoo's {@code addons_path}: a module is a folder
 * directly below one of them that holds a manifest, and the first that has a module counts.
 */
public final class AddonsPath {

  private static final List<String> MANIFESTS = List.of("__manifest__.py", "__openerp__.py");
  private static final int LONGEST = 1 << 20;

  private final Map<String, Manifest> modules = new HashMap<>();

  /**
   * Looks into one more folder, behind all before.
   *
   * @return how many modules it holds, also those that a folder before it has
   * @throws IOException when the folder or a manifest can't be read
   */
  public int add(Path folder) throws IOException {
    int found = 0;
    for (Path module : folders(folder)) {
      Optional<Path> manifest =
          MANIFESTS.stream().map(module::resolve).filter(Files::isRegularFile).findFirst();
      if (manifest.isPresent()) {
        found++;
        modules.putIfAbsent(String.valueOf(module.getFileName()), read(manifest.get()));
      }
    }
    return found;
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Manifest read(Path manifest) throws IOException {
    try (InputStream in = Files.newInputStream(manifest)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      // Nobody writes that much; nothing is told of it then.
      return Manifest.of(bytes.length > LONGEST ? "" : new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /**
   * Names and versions of all modules that Odoo would load; a version that can't be told is empty.
   */
  public Map<String, String> code() {
    Map<String, String> code = new HashMap<>();
    modules.forEach((name, manifest) -> {
      if (manifest.installable()) {
        code.put(name, manifest.version());
      }
    });
    return code;
  }
}
