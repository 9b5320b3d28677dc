package dev.interlock.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A folder to write into: there, or still to be made. */
public final class OutputFolder implements ITypeConverter<Path> {

  @Override
  public Path convert(String value) {
    Path path = Paths.sane(value);
    Paths.requireReachable(path);
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new TypeConversionException("'" + value + "' is no folder");
    }
    return path;
  }
}
