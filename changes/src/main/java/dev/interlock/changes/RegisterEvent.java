package dev.interlock.changes;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened to a change, or evidence that came in. Never changed afterwards. */
public sealed interface RegisterEvent {

  /** The change it happened to; null for evidence that is about no single change. */
  @Nullable String change();

  /** A change was filed. */
  record Filed(String change, FiledVersion version) implements RegisterEvent {}

  /** A new version of a change; approvals of the earlier one count no more. */
  record Revised(String change, FiledVersion version) implements RegisterEvent {}

  /**
   * A signed envelope came in. Whether it counts is judged anew each time.
   *
   * @param change the change that it answers, null when it is about something else
   * @param kind of evidence it claims to be
   * @param sha256 of the envelope, in lower-case hex
   */
  record EvidenceReceived(@Nullable String change, String kind, String sha256)
      implements RegisterEvent {

    /** How contacts and packs call it. */
    public String file() {
      return "register/" + kind + "-" + sha256.substring(0, 16) + ".json";
    }
  }

  /**
   * The gate was asked, and its answer recorded in the ledger.
   *
   * @param outcome go, wait or stop
   * @param entry index in the ledger
   * @param pack SHA-256 in hex, by path, of everything that the decision was derived from
   */
  record Decided(String change, String outcome, long entry, Map<String, String> pack)
      implements RegisterEvent {

    public Decided {
      pack = Map.copyOf(pack);
    }
  }

  /** The requester took it back. */
  record Withdrawn(String change, String reason) implements RegisterEvent {}

  /** It was carried out. */
  record CarriedOut(String change, @Nullable String comment) implements RegisterEvent {}

  /** The word by which it is kept, such as {@code carried-out}. */
  default String word() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
