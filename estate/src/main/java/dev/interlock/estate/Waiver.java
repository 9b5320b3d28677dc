package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A justified exception that expires by itself. */
@Doc("A justified exception that expires by itself.")
public record Waiver(
    @Doc("The control it is an exception from.") String control,
    @Doc("Who answers for it.") @Ref({Kind.PERSON, Kind.TEAM}) String owner,
    @Doc("Why it is acceptable for now.") String reason,
    @Doc(
            value = "When it ends: an instant, or a date (then at the end of that day, UTC).",
            example = "2027-03-31")
        String expires,
    @Doc("Environments it covers; all when empty.") @Ref(Kind.ENVIRONMENT)
        List<String> environments,
    @Doc("Resource ids it covers, * stands for any characters; all when empty.")
        List<String> resources,
    @Doc("Single findings it covers, by fingerprint; all when empty.") List<String> fingerprints)
    implements Spec {

  /**
   * The first instant at which it covers nothing any more: the instant that is written, or for a
   * date the end of that day in UTC. Empty when the text is neither, which is an error of its own.
   */
  public Optional<Instant> end() {
    try {
      return Optional.of(
          expires.indexOf('T') < 0
              ? LocalDate.parse(expires).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(expires));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
