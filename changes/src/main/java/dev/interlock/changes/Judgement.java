package dev.interlock.changes;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the gate said of a registered change when it was last looked at, so that a long queue can be
 * shown at once. It decides nothing: whoever wants to act asks the gate.
 *
 * @param change its name
 * @param digest of the version that was judged
 * @param at when
 * @param basis what it was judged by
 * @param answer of the gate; null when the change could not be judged
 * @param problem why it could not be judged; null when it was
 */
public record Judgement(
    String change,
    String digest,
    Instant at,
    Basis basis,
    @Nullable Answer answer,
    @Nullable String problem) {

  /**
   * What it was judged by.
   *
   * @param estate digest of the estate
   * @param position of the last event in the register that was known
   */
  public record Basis(String estate, long position) {}

  /**
   * The gate's answer in short.
   *
   * @param outcome go, wait or stop
   * @param tier of risk
   * @param notBefore when a waiting change may go; null while people are pending
   * @param expires when it stops counting
   * @param contacts the state of each by its name, in the order of the rung
   * @param reasons why those that are not closed are so, by their name, on one line each
   */
  public record Answer(
      String outcome,
      String tier,
      @Nullable Instant notBefore,
      Instant expires,
      Map<String, String> contacts,
      Map<String, String> reasons) {

    private static final int LONGEST_REASON = 600;

    public Answer {
      contacts = Collections.unmodifiableMap(new LinkedHashMap<>(contacts));
      reasons = Map.copyOf(reasons);
    }

    /** A decision in short. */
    public static Answer of(Decision decision) {
      Map<String, String> contacts = new LinkedHashMap<>();
      Map<String, String> reasons = new HashMap<>();
      for (Contact contact : decision.contacts()) {
        contacts.put(contact.name(), contact.state().word());
        if (contact.state() != Contact.State.CLOSED) {
          reasons.put(contact.name(), inShort(contact.reason()));
        }
      }
      return new Answer(
          decision.outcome().word(),
          decision.tier(),
          decision.notBefore(),
          decision.expires(),
          contacts,
          reasons);
    }

    private static String inShort(String reason) {
      String line = reason.replaceAll("\\s+", " ").strip();
      return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }
  }

  /** True when the gate may say something else by now. */
  public boolean outdated(String digestNow, Basis basisNow, Instant now) {
    return !digest.equals(digestNow)
        || !basis.estate().equals(basisNow.estate())
        || basis.position() < basisNow.position()
        || (answer != null && (turns(answer.expires(), now) || due(answer, now)));
  }

  private boolean due(Answer answer, Instant now) {
    Instant notBefore = answer.notBefore();
    return notBefore != null && turns(notBefore, now);
  }

  private boolean turns(Instant end, Instant now) {
    return end.isAfter(at) && !end.isAfter(now);
  }
}
