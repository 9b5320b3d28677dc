package dev.interlock.recovery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.SealingKey;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class SealedStoreTest extends BackupStoreContract {

  private static final SealingKey KEY = SealingKey.generate();

  @TempDir private Path temp;
  private Path folder;
  private BackupStore store;

  @BeforeEach
  void create() {
    folder = temp.resolve("store");
    store = new SealedStore(FolderStore.create(folder, clock), KEY);
  }

  @Override
  protected BackupStore store() {
    return store;
  }

  @Override
  protected BackupStore again() {
    return new SealedStore(FolderStore.open(folder, clock), SealingKey.of(KEY.secret()));
  }

  private byte[] lying() throws IOException {
    return Files.readAllBytes(folder.resolve(NAME));
  }

  private void lay(byte[] content) throws IOException {
    Path file = folder.resolve(NAME);
    Files.delete(file);
    Files.write(file, content);
  }

  @Test
  void nothing_of_the_content_lies_in_the_store() throws IOException {
    byte[] text = "the customer is Acme Pumps ".repeat(5000).getBytes(StandardCharsets.UTF_8);
    put(NAME, text);
    assertThat(new String(lying(), StandardCharsets.ISO_8859_1))
        .doesNotContain("Acme")
        .doesNotContain("customer");
  }

  @Test
  void same_content_looks_different_under_each_name() throws IOException {
    put(NAME, random(1000));
    put(NAME + ".2", random(1000));
    byte[] one = lying();
    byte[] two = Files.readAllBytes(folder.resolve(NAME + ".2"));
    assertThat(Arrays.copyOfRange(one, SealedForm.HEAD, one.length))
        .isNotEqualTo(Arrays.copyOfRange(two, SealedForm.HEAD, two.length));
  }

  @Test
  void other_key_is_told_from_damage() throws IOException {
    put(NAME, random(1000));
    BackupStore other = new SealedStore(FolderStore.open(folder, clock), SealingKey.generate());
    assertFault(RecoveryCode.WRONG_KEY, () -> other.open(NAME), NAME, "another key");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 70_000, 3_000_000})
  void every_flipped_bit_is_found(int length) throws IOException {
    put(NAME, random(length));
    byte[] sealed = lying();
    Random random = new Random(length);
    for (int i = 0; i < (length > 1_000_000 ? 8 : 60); i++) {
      byte[] flipped = sealed.clone();
      int at = i % 2 == 0 ? i / 2 : random.nextInt(sealed.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      lay(flipped);
      // A flip in the fingerprint itself looks like another key; both refuse.
      assertThatThrownBy(() -> all(store, NAME))
          .as("bit flipped at " + at)
          .isInstanceOf(Fault.class);
      if (at >= SealedForm.HEAD) {
        assertFault(RecoveryCode.BACKUP_DAMAGED, () -> all(store, NAME), NAME, "damaged");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 70_000, 3_000_000})
  void every_truncation_is_found(int length) throws IOException {
    put(NAME, random(length));
    byte[] sealed = lying();
    Random random = new Random(length);
    for (int i = 0; i < (length > 1_000_000 ? 8 : 30); i++) {
      int cut = i == 0 ? sealed.length - 1 : random.nextInt(sealed.length);
      lay(Arrays.copyOf(sealed, cut));
      assertFault(RecoveryCode.BACKUP_DAMAGED, () -> all(store, NAME), NAME);
    }
  }

  @Test
  void cut_between_segments_and_anything_added_is_found() throws IOException {
    put(NAME, random(3_000_000));
    byte[] sealed = lying();
    for (int segments = 0; segments <= 2; segments++) {
      lay(Arrays.copyOf(sealed, SealedForm.HEAD + segments * (1 << 20)));
      assertFault(RecoveryCode.BACKUP_DAMAGED, () -> all(store, NAME), NAME);
    }
    lay(Arrays.copyOf(sealed, sealed.length + 1));
    assertFault(RecoveryCode.BACKUP_DAMAGED, () -> all(store, NAME), NAME);
    lay(Arrays.copyOf(sealed, sealed.length + (1 << 20)));
    assertFault(RecoveryCode.BACKUP_DAMAGED, () -> all(store, NAME), NAME);
  }

  @Test
  void object_under_another_ones_name_is_found() throws IOException {
    put(NAME, random(1000));
    put(NAME + ".2", random(1000));
    Files.move(
        folder.resolve(NAME + ".2"), folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    assertFault(RecoveryCode.BACKUP_DAMAGED, () -> all(store, NAME), "swapped");
  }

  @Test
  void object_that_is_not_sealed_is_not_taken_for_one() throws IOException {
    FolderStore.open(folder, clock).put(NAME, new ByteArrayInputStream(random(1000)), null);
    assertFault(RecoveryCode.BACKUP_DAMAGED, () -> store.open(NAME), "not sealed");
  }

  @Test
  void reading_in_small_steps_and_skipping_gives_the_same() throws IOException {
    byte[] content = random(2_100_000);
    put(NAME, content);
    try (InputStream in = store.open(NAME)) {
      assertThat(in.read()).isEqualTo(content[0] & 0xff);
      in.skipNBytes(1_050_000);
      assertThat(in.readNBytes(77)).isEqualTo(Arrays.copyOfRange(content, 1_050_001, 1_050_078));
      assertThat(in.readAllBytes()).hasSize(content.length - 1_050_078);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void sealing_and_opening_read_no_more_than_a_segment_ahead() throws IOException {
    SealedForm form = new SealedForm(KEY);
    Counted content = new Counted(new Zeros());
    try (InputStream sealed = new SealingStream(NAME, content, form)) {
      assertThat(sealed.readNBytes(3 << 20)).hasSize(3 << 20);
      assertThat(content.read).isLessThan(5 << 20);
    }
    store.put(NAME, new ByteArrayInputStream(new byte[6 << 20]), null);
    Counted lies = new Counted(Files.newInputStream(folder.resolve(NAME)));
    try (InputStream open = OpeningStream.of("here", NAME, lies, form)) {
      assertThat(open.readNBytes(3 << 20)).hasSize(3 << 20);
      assertThat(lies.read).isLessThan(5 << 20);
    }
  }

  private static final class Zeros extends InputStream {

    @Override
    public int read() {
      return 0;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return length;
    }
  }

  private static final class Counted extends FilterInputStream {

    private long read;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      read += n;
      return n;
    }
  }
}
