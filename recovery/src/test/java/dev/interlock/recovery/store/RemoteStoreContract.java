package dev.interlock.recovery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.SealingKey;
import dev.interlock.recovery.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** What holds for stores that are reached over a network and take large objects in parts. */
public abstract class RemoteStoreContract extends BackupStoreContract {

  /** How large a part is, in bytes. */
  protected abstract int part();

  @Test
  void large_object_goes_in_parts_and_comes_back() throws IOException {
    byte[] content = random(part() * 2 + 12_345);
    StoredObject stored = put(NAME, content);
    assertThat(stored.bytes()).isEqualTo(content.length);
    assertThat(all(again(), NAME)).isEqualTo(content);
    byte[] exact = random(part());
    put(NAME + ".2", exact);
    assertThat(all(again(), NAME + ".2")).isEqualTo(exact);
    assertFault(RecoveryCode.PROTECTED, () -> put(NAME, content), "never replaced");
  }

  @Test
  void parts_of_a_stopped_upload_are_nothing() throws IOException {
    putStopped();
    assertThat(names(store(), "")).isEmpty();
    put(NAME, random(10));
    assertThat(all(store(), NAME)).isEqualTo(random(10));
  }

  /** An upload that stops in its second part. */
  protected void putStopped() {
    InputStream content = stoppingBefore(1 << 20, random(part() + (4 << 20)));
    assertThat(catchThrowable(() -> store().put(NAME, content, null))).hasMessage("stopped");
  }

  private static InputStream stoppingBefore(int left, byte[] content) {
    return new ByteArrayInputStream(content) {
      @Override
      public synchronized int read(byte[] buffer, int offset, int length) {
        if (available() < left) {
          throw new IllegalStateException("stopped");
        }
        return super.read(buffer, offset, Math.min(length, 1000));
      }
    };
  }

  @Test
  void sealed_it_works_like_any_other() throws IOException {
    SealedStore sealed = new SealedStore(store(), SealingKey.generate());
    sealed.put(NAME, new ByteArrayInputStream(random(100_000)), null);
    assertThat(all(sealed, NAME)).isEqualTo(random(100_000));
    assertThat(all(store(), NAME)).isNotEqualTo(random(100_000));
  }
}
