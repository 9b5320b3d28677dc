package dev.interlock.cli.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of an estate that a test may change. */
public final class EstateCopy {

  private EstateCopy() {}

  /** Copies all files into a new folder, and gives that. */
  public static Path of(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.toList();
    }
    for (Path each : all) {
      Files.copy(each, to.resolve(from.relativize(each).toString()));
    }
    return to;
  }
}
