package dev.interlock.cli.controls;

import dev.interlock.cli.options.FormatOption;
import dev.interlock.guardrails.Controls;
import dev.interlock.usecases.ListControls;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which controls, beside the shipped ones. */
final class ControlsOptions {

  @Option(names = "--estate", paramLabel = "DIR", description = "Also the controls of an estate.")
  @Nullable Path estate;

  @Option(
      names = "--controls",
      paramLabel = "DIR",
      description = "Further controls: files or folders. May be repeated.")
  List<Path> further = List.of();

  @Mixin final FormatOption format = new FormatOption();

  Controls read() {
    return new ListControls().run(estate, further);
  }
}
