package dev.interlock.recovery.store;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoreRules;
import dev.interlock.recovery.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store in which everything is sealed: who has the store without the key has names and sizes
 * only. What comes out is what went in, or reading ends in a fault: WRONG_KEY when it was sealed
 * with another key, BACKUP_DAMAGED when it was changed, cut off, or is another object under this
 * name. Digests and sizes that {@code put} and {@code list} tell are of what lies there.
 */
public final class SealedStore implements BackupStore {

  private final BackupStore store;
  private final SealedForm form;

  /** Seals what goes into a store with a key that lies elsewhere. */
  public SealedStore(BackupStore store, SealingKey key) {
    this.store = store;
    this.form = new SealedForm(key);
  }

  @Override
  public String place() {
    return store.place();
  }

  @Override
  public StoredObject put(String name, InputStream content, @Nullable Instant immutableUntil)
      throws IOException {
    InputStream sealed = new SealingStream(StoreLayout.requireName(name), content, form);
    return store.put(name, sealed, immutableUntil);
  }

  @Override
  public InputStream open(String name) {
    return OpeningStream.of(place(), name, store.open(name), form);
  }

  @Override
  public OptionalLong size(String name) {
    OptionalLong sealed = store.size(name);
    return sealed.isEmpty() ? sealed : OptionalLong.of(SealedForm.contained(sealed.getAsLong()));
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
  public StoreRules rules() {
    return store.rules();
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
