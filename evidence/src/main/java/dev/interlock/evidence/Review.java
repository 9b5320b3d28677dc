package dev.interlock.evidence;

import dev.interlock.document.Doc;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person looked back on something: an emergency change, a drill, a month of cost. */
@Doc("A person looked back on something: an emergency change, a drill, a month of cost.")
public record Review(
    @Doc(value = "Name of what was reviewed.", example = "change/edi-certificate-expired")
        String reviewed,
    @Doc("The environment it was about, if one.") @Nullable String environment,
    @Doc("The Person in the estate.") String person,
    @Doc("Nothing is left to do.") boolean accepted,
    @Doc("What was found.") String notes,
    @Doc(value = "When the person said so.", example = "2026-11-21T08:30:00Z") Instant at)
    implements Predicate {

  @Override
  public EvidenceSubject subject() {
    return EvidenceSubject.ofName(reviewed);
  }
}
