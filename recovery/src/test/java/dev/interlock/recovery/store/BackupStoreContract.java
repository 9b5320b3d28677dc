package dev.interlock.recovery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Access;
import dev.interlock.recovery.BackupStore.Lease;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store must do, whatever it is made of. */
public abstract class BackupStoreContract {

  protected static final String NAME = "backups/core/20261122T120000Z/database.dump";
  protected static final String FILE = "files/aa/aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d";

  protected final SetClock clock = new SetClock();

  /** A store, empty in each test. */
  protected abstract BackupStore store();

  /** The same store as another process would open it. */
  protected abstract BackupStore again();

  public static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  public static byte[] all(BackupStore store, String name) {
    try (InputStream in = store.open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  protected StoredObject put(String name, byte[] content) throws IOException {
    return store().put(name, new ByteArrayInputStream(content), null);
  }

  public static void assertFault(RecoveryCode code, ThrowingCallable action, String... words) {
    Fault fault = catchThrowableOfType(Fault.class, action);
    assertThat(fault).as("a fault").isNotNull();
    assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code.code());
    for (String word : words) {
      assertThat(fault).hasMessageContaining(word);
    }
  }

  public static List<String> names(BackupStore store, String prefix) {
    try (Stream<Listed> objects = store.list(prefix)) {
      return objects.map(Listed::name).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 65_479, 65_480, 65_481, 65_536, 1_048_519, 1_048_520, 3_000_001})
  void what_was_put_comes_out(int length) throws IOException {
    byte[] content = random(length);
    StoredObject stored = put(NAME, content);
    assertThat(stored.name()).isEqualTo(NAME);
    assertThat(stored.digest()).matches("sha256:[0-9a-f]{64}");
    assertThat(all(again(), NAME)).isEqualTo(content);
    assertThat(store().size(NAME)).hasValue(length);
    try (Stream<Listed> objects = store().list("backups/")) {
      assertThat(objects).containsExactly(new Listed(NAME, stored.bytes(), null));
    }
  }

  @Test
  void object_is_never_replaced() throws IOException {
    put(NAME, random(10));
    assertThatThrownBy(() -> put(NAME, random(20)))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll(NAME, "never replaced");
    assertThat(all(store(), NAME)).isEqualTo(random(10));
  }

  @Test
  void shared_file_that_is_there_stays_as_it_is() throws IOException {
    StoredObject first = put(FILE, random(10));
    StoredObject second = put(FILE, random(20));
    assertThat(second).isEqualTo(first);
    assertThat(all(store(), FILE)).isEqualTo(random(10));
  }

  @Test
  void content_that_cannot_be_read_to_its_end_is_not_stored() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the source is gone");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
          }
        };
    InputStream content =
        new SequenceInputStream(new ByteArrayInputStream(random(2_000_000)), broken);
    assertThatThrownBy(() -> store().put(NAME, content, null))
        .isInstanceOf(IOException.class)
        .hasMessage("the source is gone");
    assertThat(store().size(NAME)).isEmpty();
    assertThat(names(store(), "")).isEmpty();
  }

  @Test
  void absent_object_is_told() {
    assertThat(store().size(NAME)).isEmpty();
    assertThat(store().delete(NAME)).isFalse();
    assertFault(RecoveryCode.BACKUP_DAMAGED, () -> store().open(NAME), NAME, "not there");
    assertFault(
        RecoveryCode.BACKUP_DAMAGED, () -> store().protect(NAME, clock.instant()), "not there");
  }

  @Test
  void listing_is_sorted_and_keeps_to_its_prefix() throws IOException {
    List<String> names =
        List.of(
            "backups/core-2/a/x",
            "backups/core/a.b/x",
            "backups/core/a/wal/1",
            "backups/core/a/x",
            "backups/core/ab/x",
            FILE);
    for (String name : names.reversed()) {
      put(name, random(3));
    }
    assertThat(names(store(), "")).isEqualTo(names);
    assertThat(names(store(), "backups/core/a/"))
        .containsExactly("backups/core/a/wal/1", "backups/core/a/x");
    assertThat(names(store(), "backups/core/a")).isEqualTo(names.subList(1, 5));
    assertThat(names(store(), "nothing/")).isEmpty();
  }

  @Test
  void immutable_object_goes_after_its_time_and_not_before() throws IOException {
    Instant until = clock.instant().plus(Duration.ofDays(30));
    store().put(NAME, new ByteArrayInputStream(random(5)), until);
    try (Stream<Listed> objects = again().list("")) {
      assertThat(objects.map(Listed::immutableUntil)).containsExactly(until);
    }
    assertFault(RecoveryCode.PROTECTED, () -> again().delete(NAME), NAME, until.toString());
    clock.advance(Duration.ofDays(30).minusSeconds(1));
    assertFault(RecoveryCode.PROTECTED, () -> store().delete(NAME));
    assertThat(all(store(), NAME)).isEqualTo(random(5));
    clock.advance(Duration.ofSeconds(1));
    assertThat(store().delete(NAME)).isTrue();
    assertThat(names(store(), "")).isEmpty();
  }

  @Test
  void protection_grows_and_never_shrinks() throws IOException {
    Instant now = clock.instant();
    store().put(FILE, new ByteArrayInputStream(random(5)), now.plusSeconds(100));
    store().protect(FILE, now.plusSeconds(50));
    store().put(FILE, new ByteArrayInputStream(random(5)), now.plusSeconds(20));
    clock.advance(Duration.ofSeconds(90));
    assertFault(RecoveryCode.PROTECTED, () -> store().delete(FILE));
    again().protect(FILE, now.plusSeconds(200));
    clock.advance(Duration.ofSeconds(60));
    assertFault(RecoveryCode.PROTECTED, () -> store().delete(FILE));
    clock.advance(Duration.ofSeconds(60));
    assertThat(store().delete(FILE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../secret",
        "backups/../../secret",
        "backups//x",
        "backups/x/",
        "backups/.hidden",
        "backups/a\nb",
        "backups/a\u0000b",
        "backups/a\\b",
        "backups/grün",
        "a/.."
      })
  void name_that_leads_elsewhere_is_refused(String name) {
    assertThatThrownBy(() -> put(name, random(1))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().open(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().size(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().delete(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().protect(name, Instant.MAX))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("\n");
  }

  @Test
  void of_many_who_put_the_same_name_one_succeeds() throws Exception {
    List<Callable<Boolean>> writers =
        IntStream.range(0, 16).<Callable<Boolean>>mapToObj(i -> () -> puts(i)).toList();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      long stored = 0;
      for (var end : pool.invokeAll(writers)) {
        stored += end.get() ? 1 : 0;
      }
      assertThat(stored).isEqualTo(1);
    }
    byte[] content = all(store(), NAME);
    assertThat(content).isEqualTo(random(content.length));
  }

  private boolean puts(int i) throws IOException {
    try {
      (i % 2 == 0 ? store() : again())
          .put(NAME, new ByteArrayInputStream(random(100_000 + i)), null);
      return true;
    } catch (Fault e) {
      assertThat(e.code()).isEqualTo(RecoveryCode.PROTECTED.code());
      return false;
    }
  }

  @Test
  void who_removes_has_the_store_alone() {
    try (Lease _ = store().lease(Access.TOGETHER);
        Lease _ = again().lease(Access.TOGETHER)) {
      assertFault(RecoveryCode.PROTECTED, () -> again().lease(Access.ALONE), "in use");
    }
    try (Lease _ = store().lease(Access.ALONE)) {
      assertFault(RecoveryCode.PROTECTED, () -> again().lease(Access.TOGETHER), "in use");
      assertFault(RecoveryCode.PROTECTED, () -> store().lease(Access.ALONE), "in use");
    }
    store().lease(Access.TOGETHER).close();
  }
}
