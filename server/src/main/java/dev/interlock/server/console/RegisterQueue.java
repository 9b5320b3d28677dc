package dev.interlock.server.console;

import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.DecideRegistered;
import dev.interlock.usecases.DecidedChange;
import dev.interlock.usecases.EstateInForce;
import dev.interlock.usecases.InputRejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The changes in the register, judged anew when something happened, or after a minute. */
@Component
final class RegisterQueue implements Queue {

  private static final Logger LOG = LoggerFactory.getLogger(RegisterQueue.class);
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final ChangeBook book;
  private final DecideRegistered deciding;
  private final CurrentEstate estate;
  private final Map<String, Judged> judged = new ConcurrentHashMap<>();

  RegisterQueue(ChangeBook book, DecideRegistered deciding, CurrentEstate estate) {
    this.book = book;
    this.deciding = deciding;
    this.estate = estate;
  }

  private record Judged(Instant at, String estate, long news, DecidedChange decided) {

    boolean serves(Instant instant, String estateNow, long newsNow) {
      return estate.equals(estateNow)
          && news == newsNow
          && Duration.between(at, instant).abs().compareTo(FRESH) < 0;
    }
  }

  @Override
  public List<DecidedChange> changes(Instant at) {
    return book.all().stream()
        .filter(RegisteredChange::open)
        .flatMap(change -> judged(change, at))
        .toList();
  }

  @Override
  public Optional<DecidedChange> change(String name, Instant at) {
    try {
      return judged(book.require(name), at).findFirst();
    } catch (RegisterRefused _) {
      return Optional.empty();
    }
  }

  private Stream<DecidedChange> judged(RegisteredChange change, Instant at) {
    EstateInForce now = estate.inForce();
    String digest = now.loaded().digest();
    long news = book.news(change);
    Judged known = judged.get(change.name());
    if (known != null && known.serves(at, digest, news)) {
      return Stream.of(known.decided());
    }
    try {
      DecidedChange decided = deciding.run(change.name(), now, at);
      judged.put(change.name(), new Judged(at, digest, news, decided));
      return Stream.of(decided);
    } catch (InputRejected e) {
      LOG.warn("{} can't be judged: {}", change.name(), e.getMessage());
      return Stream.empty();
    }
  }
}
