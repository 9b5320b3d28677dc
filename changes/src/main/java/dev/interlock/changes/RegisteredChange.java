package dev.interlock.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A change as its events leave it.
 *
 * @param name unique in the register
 * @param number of the version, from 1
 * @param version its files and what lists show
 * @param state whether anything can still happen to it
 * @param filedAt when it was filed
 * @param events all that happened to it, oldest first
 */
public record RegisteredChange(
    String name,
    int number,
    FiledVersion version,
    State state,
    Instant filedAt,
    List<RecordedEvent> events) {

  public RegisteredChange {
    events = List.copyOf(events);
  }

  /** Whether anything can still happen to it. */
  public enum State {
    OPEN,
    WITHDRAWN,
    CARRIED_OUT;

    /** The lower-case word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A change that was just filed. */
  static RegisteredChange filed(RecordedEvent event, RegisterEvent.Filed filed) {
    return new RegisteredChange(
        filed.change(), event.version(), filed.version(), State.OPEN, event.at(), List.of(event));
  }

  /** The change after something happened to it. */
  RegisteredChange after(RecordedEvent event) {
    List<RecordedEvent> all = new ArrayList<>(events);
    all.add(event);
    FiledVersion now =
        event.says() instanceof RegisterEvent.Revised revised ? revised.version() : version;
    State next =
        switch (event.says()) {
          case RegisterEvent.Withdrawn _ -> State.WITHDRAWN;
          case RegisterEvent.CarriedOut _ -> State.CARRIED_OUT;
          case RegisterEvent.Filed _,
              RegisterEvent.Revised _,
              RegisterEvent.EvidenceReceived _,
              RegisterEvent.Decided _ ->
              state;
        };
    return new RegisteredChange(name, event.version(), now, next, filedAt, all);
  }

  /** True while something can still happen to it. */
  public boolean open() {
    return state == State.OPEN;
  }

  /** When something last happened to it. */
  public Instant changedAt() {
    return events.getLast().at();
  }

  /** The envelopes that answer this change, of whatever version, oldest first. */
  public List<RegisterEvent.EvidenceReceived> answers() {
    return events.stream()
        .map(RecordedEvent::says)
        .filter(RegisterEvent.EvidenceReceived.class::isInstance)
        .map(RegisterEvent.EvidenceReceived.class::cast)
        .toList();
  }
}
