package dev.interlock.recovery.retention;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.store.ForwardingStore;
import java.util.concurrent.atomic.AtomicInteger;

/** A store whose user is stopped after so many removals. */
final class StoppingStore extends ForwardingStore {

  private final AtomicInteger left;

  StoppingStore(BackupStore store, int after) {
    super(store);
    this.left = new AtomicInteger(after);
  }

  @Override
  public boolean delete(String name) {
    if (left.getAndDecrement() == 0) {
      throw new IllegalStateException("stopped");
    }
    return super.delete(name);
  }
}
