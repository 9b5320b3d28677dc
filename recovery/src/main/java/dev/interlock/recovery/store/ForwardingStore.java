package dev.interlock.recovery.store;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.StoreRules;
import dev.interlock.recovery.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store that does what another one does; who extends it changes some of that. */
public abstract class ForwardingStore implements BackupStore {

  private final BackupStore store;

  /** Forwards everything to a store. */
  protected ForwardingStore(BackupStore store) {
    this.store = store;
  }

  @Override
  public String place() {
    return store.place();
  }

  @Override
  public StoredObject put(String name, InputStream content, @Nullable Instant immutableUntil)
      throws IOException {
    return store.put(name, content, immutableUntil);
  }

  @Override
  public InputStream open(String name) {
    return store.open(name);
  }

  @Override
  public Optional<Path> file(String name) {
    return store.file(name);
  }

  @Override
  public OptionalLong size(String name) {
    return store.size(name);
  }

  @Override
  public int readers() {
    return store.readers();
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
  public boolean delete(String name) {
    return store.delete(name);
  }

  @Override
  public Optional<String> hold(String name) {
    return store.hold(name);
  }

  @Override
  public void letGo(String name) {
    store.letGo(name);
  }

  @Override
  public StoreRules rules() {
    return store.rules();
  }

  @Override
  public Lease lease(Access access) {
    return store.lease(access);
  }

  @Override
  public boolean inUse() {
    return store.inUse();
  }
}
