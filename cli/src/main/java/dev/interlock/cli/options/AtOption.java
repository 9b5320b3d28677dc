package dev.interlock.cli.options;

import dev.interlock.changes.AsOf;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --at}, for answers that depend on when they are given. */
public final class AtOption {

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "As of when, such as 2026-11-22T09:00:00Z; now when absent.")
  private @Nullable Instant at;

  /** True when an instant was named. */
  public boolean named() {
    return at != null;
  }

  /** The instant that was named, or the present one, and which of both it is. */
  public AsOf asOf(InstantSource clock) {
    return at == null ? AsOf.present(clock.instant()) : AsOf.named(at);
  }

  /** The instant that was named, otherwise the present one. */
  public Instant or(InstantSource clock) {
    return at == null ? clock.instant() : at;
  }
}
