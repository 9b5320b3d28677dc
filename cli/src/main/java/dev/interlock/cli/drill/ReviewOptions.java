package dev.interlock.cli.drill;

import dev.interlock.cli.options.PathConverter;
import dev.interlock.cli.options.ServerOption;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** By which estate drills are judged: one that lies here, or that of a server. */
public final class ReviewOptions {

  @Option(
      names = "--estate",
      paramLabel = "DIR",
      converter = PathConverter.class,
      description = "The estate: a folder of YAML files. Needed without --server.")
  private @Nullable Path estate;

  @Mixin private final ServerOption server = new ServerOption();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /** True when the server is asked; exactly one of both must be named. */
  boolean isRemote() {
    if ((estate == null) != server.named()) {
      throw wrong("expected --estate DIR or --server URL");
    }
    return server.named();
  }

  /** The estate's folder. */
  Path estate() {
    return Objects.requireNonNull(estate);
  }

  /** The server. */
  ServerOption server() {
    return server;
  }

  /** What was typed makes no sense. */
  ParameterException wrong(String why) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
  }
}
