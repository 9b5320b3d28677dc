package dev.interlock.server.api;

import dev.interlock.ledger.Bytes;
import dev.interlock.server.ServerCode;
import dev.interlock.usecases.InputRejected;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files as a body holds them. */
final class SentFiles {

  private SentFiles() {}

  /** Content by path. */
  static SortedMap<String, Bytes> contents(
      @Nullable Map<String, String> files, @Nullable Map<String, String> base64) {
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
