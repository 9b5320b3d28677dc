package dev.interlock.server.console;

import dev.interlock.usecases.ReadFiled;
import java.util.HashMap;
import java.util.Map;

/** The files of one registered change as text, each read once. For one thread. */
final class FiledTexts {

  private final ReadFiled files;
  private final String change;
  private final Map<String, String> known = new HashMap<>();

  FiledTexts(ReadFiled files, String change) {
    this.files = files;
    this.change = change;
  }

  /** The text of a file; empty when the change has none of that path. */
  String of(String path) {
    return known.computeIfAbsent(
        path, wanted -> files.run(change, wanted).map(content -> content.utf8()).orElse(""));
  }
}
