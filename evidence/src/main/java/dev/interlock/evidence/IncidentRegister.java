package dev.interlock.evidence;

import dev.interlock.document.Doc;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All incidents that are open in an environment, as the system that keeps them says. Stated again
 * and again, also when there are none: silence would not tell "none" from "nobody looked". The
 * newest one holds.
 */
@Doc("All incidents that are open in an environment, as the system that keeps them says.")
public record IncidentRegister(
    @Doc("The environment.") String environment,
    @Doc("Every open incident; an empty list states that there is none.") List<OpenIncident> open,
    @Doc(value = "When the register was read.", example = "2026-11-21T08:30:00Z") Instant at)
    implements Predicate {

  public IncidentRegister {
    open = List.copyOf(open);
  }

  /** One open incident. */
  @Doc("One open incident.")
  public record OpenIncident(
      @Doc(value = "Its id in the system that keeps incidents.", example = "INC-20417") String id,
      @Doc("What is wrong.") String title,
      @Doc("Changes must wait until it is resolved; yes when absent.")
          @Nullable Boolean forbidsChanges,
      @Doc("Names of changes that may go out to fix it.") List<String> permits) {

    public OpenIncident {
      permits = List.copyOf(permits);
    }

    /** True when it forbids changes other than those it permits. */
    public boolean forbids() {
      return forbidsChanges == null || forbidsChanges;
    }
  }

  @Override
  public EvidenceSubject subject() {
    return EvidenceSubject.ofName("environment/" + environment);
  }
}
