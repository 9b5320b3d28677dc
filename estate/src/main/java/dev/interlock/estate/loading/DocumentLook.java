package dev.interlock.estate.loading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Tells by its first lines whether a file looks like a document of an estate. Prose that shows one
 * does not: it begins otherwise.
 */
final class DocumentLook {

  private static final int HEAD = 16 << 10;

  /** What is not blank, a comment or a mark of YAML begins like a document or a JSON object. */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "\\A\uFEFF?(?:[ \\t]*(?:[#%].*|---.*)?\\R)*+\\s*"
              + "(?:\\{|[\"']?(?:apiVersion|kind|metadata|spec)[\"']?\\s*:)");

  private static final Pattern VERSION =
      Pattern.compile("[\"']?apiVersion[\"']?\\s*:\\s*[\"']?interlock\\.dev/");

  private DocumentLook() {}

  /** True when a regular file looks like one; false also when it can't be read. */
  static boolean isDocument(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      return BEGINNING.matcher(head).lookingAt() && VERSION.matcher(head).find();
    } catch (IOException e) {
      return false;
    }
  }
}
