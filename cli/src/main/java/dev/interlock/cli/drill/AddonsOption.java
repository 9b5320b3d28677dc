package dev.interlock.cli.drill;

import dev.interlock.cli.options.PathConverter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the code of Odoo's modules lies. */
public final class AddonsOption {

  @Option(
      names = "--addons",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description = {
        "Folder with the code of Odoo's modules, as in addons_path; may be repeated, the first that",
        "has a module counts. Then every installed module must have its code."
      })
  private List<Path> folders = List.of();

  /** In the order in which they are looked into; empty when nobody asks for code. */
  public List<Path> folders() {
    return List.copyOf(folders);
  }
}
