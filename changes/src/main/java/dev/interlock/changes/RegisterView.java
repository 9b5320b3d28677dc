package dev.interlock.changes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every change as its events leave it, kept in memory: each process derives its own from the same
 * events, so that all of them show the same. Safe for use by several threads.
 */
public final class RegisterView {

  private static final int AT_ONCE = 1_000;

  private final ChangeRegister register;
  private final Map<String, RegisteredChange> changes = new LinkedHashMap<>();
  private final List<RegisterEvent.EvidenceReceived> evidence = new ArrayList<>();
  private long position;
  private long sharedPosition;

  /** The view of a register; empty until it first catches up. */
  public RegisterView(ChangeRegister register) {
    this.register = register;
  }

  /**
   * What came anew.
   *
   * @param changes to which something happened
   * @param evidence that is about no single change came in
   */
  public record News(Set<String> changes, boolean evidence) {

    public News {
      changes = Set.copyOf(changes);
    }
  }

  /** Takes in everything that was appended since, here or elsewhere. */
  public synchronized News catchUp() {
    Set<String> touched = new LinkedHashSet<>();
    int known = evidence.size();
    List<RecordedEvent> next = register.after(position, AT_ONCE);
    while (!next.isEmpty()) {
      for (RecordedEvent event : next) {
        take(event);
        String change = event.says().change();
        if (change != null) {
          touched.add(change);
        }
      }
      next = register.after(position, AT_ONCE);
    }
    return new News(touched, evidence.size() > known);
  }

  private void take(RecordedEvent event) {
    String change = event.says().change();
    if (event.says() instanceof RegisterEvent.Filed filed) {
      changes.put(filed.change(), RegisteredChange.filed(event, filed));
    } else if (change != null) {
      changes.computeIfPresent(change, (_, known) -> known.after(event));
    } else if (event.says() instanceof RegisterEvent.EvidenceReceived received) {
      evidence.add(received);
      sharedPosition = event.position();
    }
    position = event.position();
  }

  /** One change. */
  public synchronized Optional<RegisteredChange> find(String name) {
    return Optional.ofNullable(changes.get(name));
  }

  /** All changes, in the order in which they were filed. */
  public synchronized Collection<RegisteredChange> all() {
    return List.copyOf(changes.values());
  }

  /** The position of the last evidence that is about no single change; 0 for none. */
  public synchronized long sharedPosition() {
    return sharedPosition;
  }

  /** Evidence that is about no single change, in the order in which it came in. */
  public synchronized List<RegisterEvent.EvidenceReceived> evidence() {
    return List.copyOf(evidence);
  }
}
