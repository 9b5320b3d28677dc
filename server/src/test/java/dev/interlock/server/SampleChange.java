package dev.interlock.server;

import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A change of the sample as the API takes it. */
public final class SampleChange {

  /** The one that waits for people and for nothing else. */
  public static final String NAME = "label-layout";

  private SampleChange() {}

  /** The sample's change under another name, with its manifests. */
  public static String body(String name) {
    return body(name, "");
  }

  /** The same with something written after it. */
  public static String body(String name, String more) {
    Path samples = Checkout.samples();
    String text = read(samples.resolve("changes/" + NAME + ".yaml"));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("changes/c.yaml", text.replace("name: " + NAME, "name: " + name) + more);
    for (String line : text.lines().toList()) {
      if (line.strip().startsWith("manifests: [")) {
        for (String path : line.replaceAll(".*\\[|\\].*", "").split(", *", -1)) {
          Path file = samples.resolve("changes").resolve(path).normalize();
          files.put(samples.relativize(file).toString(), read(file));
        }
      }
    }
    return JsonMapper.shared()
        .writeValueAsString(Map.of("document", "changes/c.yaml", "files", files));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
