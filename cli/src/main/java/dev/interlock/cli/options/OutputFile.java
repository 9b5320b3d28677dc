package dev.interlock.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file to write: new, or a regular file; never a folder, a device or a pipe. */
public final class OutputFile implements ITypeConverter<Path> {

  @Override
  public Path convert(String value) {
    Path path = Paths.sane(value);
    Paths.requireNoFolder(path);
    Paths.requireReachable(path);
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new TypeConversionException("'" + value + "' is a device or a pipe: expected a file");
    }
    return path;
  }
}
