package dev.interlock.recovery.retention;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store whose user is stopped after so many removals. */
record StoppingStore(BackupStore store, AtomicInteger left) implements BackupStore {

  StoppingStore(BackupStore store, int after) {
    this(store, new AtomicInteger(after));
  }

  @Override
  public boolean delete(String name) {
    if (left.getAndDecrement() == 0) {
      throw new IllegalStateException("stopped");
    }
    return store.delete(name);
  }

  @Override
  public String place() {
    return store.place();
  }

  @Override
  public StoredObject put(String name, InputStream content, @Nullable Instant until)
      throws IOException {
    return store.put(name, content, until);
  }

  @Override
  public InputStream open(String name) {
    return store.open(name);
  }

  @Override
  public OptionalLong size(String name) {
    return store.size(name);
  }

  @Override
  public Stream<Listed> list(String prefix) {
    return store.list(prefix);
  }

  @Override
  public void protect(String name, Instant until) {
    store.protect(name, until);
  }

  @Override
  public boolean inUse() {
    return store.inUse();
  }

  @Override
  public Lease lease(Access access) {
    return store.lease(access);
  }
}
