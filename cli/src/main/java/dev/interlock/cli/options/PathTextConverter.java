package dev.interlock.cli.options;

import picocli.CommandLine.ITypeConverter;

/** The same as {@link PathConverter}, where the words themselves are wanted. */
public final class PathTextConverter implements ITypeConverter<String> {

  @Override
  public String convert(String value) {
    return Paths.sane(value).toString();
  }
}
