package dev.interlock.server.api;

import dev.interlock.changes.Submission;
import dev.interlock.ledger.Bytes;
import dev.interlock.server.ServerCode;
import dev.interlock.usecases.InputRejected;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Files that somebody sends.
 *
 * @param document path of the change document among them; for a change
 * @param environment they are meant for; for a check
 * @param files text by path, with forward slashes
 * @param base64 what is no text, in base64 by path
 */
public record FilesBody(
    @Nullable String document,
    @Nullable String environment,
    @Nullable Map<String, String> files,
    @Nullable Map<String, String> base64) {

  public FilesBody {
    BadBody.requireValues("files", files);
    BadBody.requireValues("base64", base64);
  }

  /** The change. */
  Submission submission() {
    if (document == null) {
      throw new InputRejected(
          ServerCode.NO_DOCUMENT.code(),
          "document",
          "the path of the change document is missing",
          "name it");
    }
    return new Submission(document, contents());
  }

  /** Content by path. */
  SortedMap<String, Bytes> contents() {
    SortedMap<String, Bytes> all = new TreeMap<>();
    if (files != null) {
      files.forEach((path, text) -> all.put(path, Bytes.utf8(text)));
    }
    if (base64 != null) {
      base64.forEach((path, text) -> all.put(path, decoded(path, text)));
    }
    return all;
  }

  private static Bytes decoded(String path, String text) {
    try {
      return Bytes.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException _) {
      throw new InputRejected(
          ServerCode.NO_BASE64.code(), path, "this is no base64", "or send it as text in files");
    }
  }
}
