package dev.interlock.server.console;

import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.DecideChange;
import dev.interlock.usecases.DecidedChange;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The changes in a folder, judged anew after a minute. */
@Component
final class FolderQueue implements Queue {

  private static final Logger LOG = LoggerFactory.getLogger(FolderQueue.class);
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final CurrentEstate estate;
  private final ServerOptions options;
  private @Nullable Judged judged;

  FolderQueue(CurrentEstate estate, ServerOptions options) {
    this.estate = estate;
    this.options = options;
  }

  private record Judged(Instant at, String digest, List<DecidedChange> changes) {

    boolean serves(Instant instant, String wanted) {
      return digest.equals(wanted) && Duration.between(at, instant).abs().compareTo(FRESH) < 0;
    }
  }

  @Override
  public synchronized List<DecidedChange> changes(Instant at) {
    String digest = estate.state().loaded().digest();
    Judged known = judged;
    if (known == null || !known.serves(at, digest)) {
      known = new Judged(at, digest, judge(at));
      judged = known;
    }
    return known.changes();
  }

  @Override
  public Optional<DecidedChange> change(String name, Instant at) {
    return changes(at).stream().filter(c -> c.request().name().equals(name)).findFirst();
  }

  private List<DecidedChange> judge(Instant at) {
    List<DecidedChange> changes = new ArrayList<>();
    for (Path file : files()) {
      try {
        var request = new DecideChange.Request(file, estate.state().folder(), options.evidence());
        changes.add(new DecideChange("server").run(request, at));
      } catch (InputRejected e) {
        LOG.warn("{} is not in the queue: {}", file, e.getMessage());
      }
    }
    return List.copyOf(changes);
  }

  private List<Path> files() {
    Path folder = options.changes();
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
