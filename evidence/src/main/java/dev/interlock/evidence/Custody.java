package dev.interlock.evidence;

import dev.interlock.document.Doc;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Backups were removed, put on hold, or released from it. */
@Doc("Backups were removed, put on hold, or released from it.")
public record Custody(
    @Doc("The environment whose backups they are.") String environment,
    @Doc("What was done.") Action action,
    @Doc("Each backup that it was done to, and why.") List<Item> backups,
    @Doc("Why, in the words of who did it.") @Nullable String reason,
    @Doc("Until when a hold lasts; for ever when it does not say.") @Nullable Instant until,
    @Doc("The Person who did it; none when a system did.") @Nullable String person,
    @Doc("The second Person, who agreed to it beforehand.") @Nullable String approvedBy,
    @Doc(value = "When it was done.", example = "2026-11-21T08:30:00Z") Instant at)
    implements Predicate {

  public Custody {
    backups = List.copyOf(backups);
  }

  /** What was done. */
  public enum Action {
    REMOVED,
    HELD,
    RELEASED
  }

  /** A backup that something was done to. */
  @Doc("A backup that something was done to.")
  public record Item(
      @Doc(
              value = "Its name; wal/ and the number of a server for the old part of its log.",
              example = "20261121T083000Z")
          String backup,
      @Doc("Digest of its manifest; none when it had none.") @Nullable String manifest,
      @Doc("Why it was this one.") List<String> reasons) {

    public Item {
      if (manifest != null) {
        Digests.require("manifest", manifest);
      }
      reasons = List.copyOf(reasons);
    }
  }

  @Override
  public EvidenceSubject subject() {
    return EvidenceSubject.ofName("environment/" + environment);
  }
}
