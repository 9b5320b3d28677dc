package dev.interlock.server.console;

import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.finding.Finding;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.CheckRegistered;
import dev.interlock.usecases.EstateInForce;
import dev.interlock.usecases.InputRejected;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Findings on changes, checked once for each version under each state of the estate: the same files
 * and rules give the same findings until a waiver ends.
 */
@Component
final class KnownFindings {

  private static final Logger LOG = LoggerFactory.getLogger(KnownFindings.class);
  private static final int MOST_KEPT = 300_000;

  private final CheckRegistered check;
  private final CurrentEstate estate;
  private final Map<String, Checked> known = new ConcurrentHashMap<>();

  KnownFindings(ChangeBook book, CurrentEstate estate) {
    this.check = new CheckRegistered(book);
    this.estate = estate;
  }

  private record Checked(
      String digest, String estate, Instant from, Instant until, List<Finding> findings) {

    boolean serves(String digestNow, String estateNow, Instant now) {
      return digest.equals(digestNow)
          && estate.equals(estateNow)
          && !now.isBefore(from)
          && now.isBefore(until);
    }
  }

  /** The gravest first; none for a change that can't be used with the estate any more. */
  List<Finding> of(RegisteredChange change, Instant now) {
    EstateInForce inForce = estate.inForce();
    String digest = change.version().digest();
    Checked last = known.get(change.name());
    if (last == null || !last.serves(digest, inForce.loaded().digest(), now)) {
      Instant until = WaiverEnd.nextAfter(now, inForce.loaded().estate());
      List<Finding> findings = check(change.name(), inForce, now);
      last = new Checked(digest, inForce.loaded().digest(), now, until, findings);
      keep(change.name(), last);
    }
    return last.findings();
  }

  private List<Finding> check(String name, EstateInForce inForce, Instant now) {
    try {
      return check.run(name, inForce, now).map(KnownFindings::sorted).orElse(List.of());
    } catch (InputRejected e) {
      LOG.warn("{} can't be checked: {}", name, e.getMessage());
      return List.of();
    }
  }

  private static List<Finding> sorted(ManifestFindings found) {
    return found.findings().stream()
        .sorted((a, b) -> b.severity().compareTo(a.severity()))
        .toList();
  }

  /** What lies long behind in the queue is checked again when somebody asks. */
  private void keep(String name, Checked fresh) {
    int all = known.values().stream().mapToInt(each -> each.findings().size() + 1).sum();
    if (all + fresh.findings().size() > MOST_KEPT) {
      known.clear();
    }
    known.put(name, fresh);
  }
}
