package dev.interlock.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** A file to read: no folder. */
public final class InputFile implements ITypeConverter<Path> {

  @Override
  public Path convert(String value) {
    Path path = Paths.sane(value);
    Paths.requireNoFolder(path);
    Paths.requireReachable(path);
    return path;
  }
}
