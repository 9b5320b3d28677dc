package dev.interlock.recovery.store;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A store in which everything is sealed: who has the store without the key has names and sizes
 * only. What comes out is what went in, or reading ends in a fault: WRONG_KEY when it was sealed
 * with another key, BACKUP_DAMAGED when it was changed, cut off, or is another object under this
 * name. Digests and sizes that {@code put} and {@code list} tell are of what lies there.
 */
public final class SealedStore extends ForwardingStore {

  private final SealedForm form;

  /** Seals what goes into a store with a key that lies elsewhere. */
  public SealedStore(BackupStore store, SealingKey key) {
    super(store);
    this.form = new SealedForm(key);
  }

  @Override
  public StoredObject put(String name, InputStream content, @Nullable Instant immutableUntil)
      throws IOException {
    InputStream sealed = new SealingStream(StoreLayout.requireName(name), content, form);
    return super.put(name, sealed, immutableUntil);
  }

  @Override
  public InputStream open(String name) {
    return OpeningStream.of(place(), name, super.open(name), form);
  }

  /** None: the file that lies there is sealed. */
  @Override
  public Optional<Path> file(String name) {
    return Optional.empty();
  }

  @Override
  public OptionalLong size(String name) {
    OptionalLong sealed = super.size(name);
    return sealed.isEmpty() ? sealed : OptionalLong.of(SealedForm.contained(sealed.getAsLong()));
  }
}
