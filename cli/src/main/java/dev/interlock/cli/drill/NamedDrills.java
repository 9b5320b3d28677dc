package dev.interlock.cli.drill;

import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.usecases.ReviewDrills;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import picocli.CommandLine.TypeConversionException;

/** Drills that a command names: files here, or names in the register of a server. */
final class NamedDrills {

  private NamedDrills() {}

  /** How names become drills. */
  static Function<String, Reviewed> by(ReviewOptions review, Instant when, Invocation invocation)
      throws IOException {
    if (review.isRemote()) {
      return RemoteDrills.at(review.server(), invocation)::named;
    }
    ReviewDrills drills = new ReviewDrills(review.estate(), when);
    return name -> drills.file(file(name, review));
  }

  private static Path file(String name, ReviewOptions review) {
    try {
      return new InputFile().convert(name);
    } catch (TypeConversionException e) {
      throw review.wrong(String.valueOf(e.getMessage()));
    }
  }
}
