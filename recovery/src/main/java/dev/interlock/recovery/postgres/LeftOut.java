package dev.interlock.recovery.postgres;

import java.util.List;

/**
 * What of a dump was not restored, so that the copy reaches nobody.
 *
 * @param userMappings how users of the database are known in other servers, with their passwords
 * @param subscriptions to changes of other servers
 * @param views materialised views that are there but empty: filling one may ask another server
 */
public record LeftOut(int userMappings, int subscriptions, List<String> views) {

  public LeftOut {
    views = List.copyOf(views);
  }

  /** All of the dump was restored. */
  public boolean isEmpty() {
    return userMappings == 0 && subscriptions == 0 && views.isEmpty();
  }
}
