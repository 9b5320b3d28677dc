package dev.interlock.facts;

import java.util.Locale;
import java.util.Set;

/**
 * Files that plainly carry no facts and that no tool deploys: prose, pictures, and the notes of
 * version control. Everything else that can't be read might have been meant.
 */
public final class ForeignFile {

  private static final Set<String> EXTENSIONS =
      Set.of(
          "md",
          "markdown",
          "adoc",
          "asciidoc",
          "rst",
          "png",
          "jpg",
          "jpeg",
          "gif",
          "webp",
          "ico",
          "svg",
          "pdf",
          "drawio",
          "puml");

  private static final Set<String> NAMES =
      Set.of(
          "license",
          "notice",
          "readme",
          "codeowners",
          "owners",
          ".gitignore",
          ".gitattributes",
          ".gitkeep",
          ".keep",
          ".editorconfig",
          ".helmignore",
          ".ds_store");

  private ForeignFile() {}

  /** True when the file is plainly foreign, by its name. */
  public static boolean is(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return NAMES.contains(name) || (name.contains(".") && EXTENSIONS.contains(extension));
  }
}
