package dev.interlock.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** A file or folder on the command line: a name that one could have. */
public final class PathConverter implements ITypeConverter<Path> {

  @Override
  public Path convert(String value) {
    return Paths.sane(value);
  }
}
