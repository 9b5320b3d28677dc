package dev.interlock.server.findings;

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
import java.util.Optional;
import java.util.Set;
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
    return ready(change, now).orElseGet(() -> look(change, now));
  }

  /** The same without checking anything; empty when that has still to be done. */
  Optional<List<Finding>> ready(RegisteredChange change, Instant now) {
    String inForce = estate.inForce().digest();
    Checked last = known.get(change.name());
    return last != null && last.serves(change.version().digest(), inForce, now)
        ? Optional.of(last.findings())
        : Optional.empty();
  }

  /** Whether there is room for the findings of more changes. */
  boolean roomy() {
    return known.values().stream().mapToInt(each -> each.findings().size() + 1).sum() < MOST_KEPT;
  }

  /** Forgets the changes that are not among these. */
  void keepOnly(Set<String> changes) {
    known.keySet().retainAll(changes);
  }

  private List<Finding> look(RegisteredChange change, Instant now) {
    EstateInForce inForce = estate.inForce();
    Instant until = WaiverEnd.nextAfter(now, inForce.loaded().estate());
    List<Finding> findings = check(change.name(), inForce, now);
    String digest = change.version().digest();
    Checked fresh = new Checked(digest, inForce.digest(), now, until, findings);
    // What lies long behind in a queue without end is checked again when somebody asks.
    if (known.containsKey(change.name()) || roomy()) {
      known.put(change.name(), fresh);
    }
    return findings;
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
}
