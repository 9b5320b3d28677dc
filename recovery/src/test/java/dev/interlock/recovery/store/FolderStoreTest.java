package dev.interlock.recovery.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends BackupStoreContract {

  @TempDir private Path temp;
  private Path folder;
  private FolderStore store;

  @BeforeEach
  void create() {
    folder = temp.resolve("store");
    store = FolderStore.create(folder, clock);
  }

  @Override
  protected BackupStore store() {
    return store;
  }

  @Override
  protected BackupStore again() {
    return FolderStore.open(folder, clock);
  }

  @Test
  void digest_and_size_are_of_what_lies_there() throws Exception {
    StoredObject stored = put(NAME, random(100_000));
    byte[] lies = Files.readAllBytes(folder.resolve(NAME));
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lies));
    assertThat(stored).isEqualTo(new StoredObject(NAME, lies.length, "sha256:" + digest));
  }

  @Test
  void only_the_owner_reads_and_nobody_writes() throws IOException {
    put(NAME, random(3));
    assertThat(mode(NAME)).isEqualTo("r--------");
    assertThat(mode("backups/core")).isEqualTo("rwx------");
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  @Test
  void programs_read_a_file_where_it_lies() throws IOException {
    byte[] content = random(65_480);
    put(NAME, content);
    assertThat(store.file(NAME)).hasValueSatisfying(it -> assertThat(it).hasBinaryContent(content));
    assertFault(RecoveryCode.BACKUP_DAMAGED, () -> store.file(FILE), FILE);
  }

  @Test
  void nothing_is_left_aside() throws IOException {
    put(NAME, random(3));
    put(FILE, random(3));
    put(FILE, random(3));
    assertThat(folder.resolve(".interlock-incoming")).isEmptyDirectory();
    assertThat(folder.resolve(".interlock-leases")).isEmptyDirectory();
  }

  @Test
  void folder_that_is_no_store_is_not_opened() throws IOException {
    Path other = Files.createDirectory(temp.resolve("other"));
    assertFault(
        RecoveryCode.STORE_FAILED, () -> FolderStore.open(other, clock), "mounted", "other");
    assertFault(
        RecoveryCode.STORE_FAILED, () -> FolderStore.open(temp.resolve("gone"), clock), "gone");
    Files.writeString(other.resolve("letter.txt"), "x");
    assertFault(RecoveryCode.STORE_FAILED, () -> FolderStore.create(other, clock), "not empty");
    assertThat(other.resolve("letter.txt")).hasContent("x");
    Path file = Files.writeString(temp.resolve("file"), "x");
    assertFault(RecoveryCode.STORE_FAILED, () -> FolderStore.create(file, clock), "file");
  }

  @Test
  void new_disk_and_half_made_store_become_one() throws IOException {
    Path disk = temp.resolve("disk");
    Files.createDirectories(disk.resolve("lost+found"));
    Files.createDirectory(disk.resolve(".interlock-leases"));
    FolderStore.create(disk, clock);
    assertThat(names(FolderStore.create(disk, clock), "backups/")).isEmpty();
  }

  @Test
  void what_a_dead_writer_left_is_swept_and_a_living_ones_stays() throws IOException {
    Path incoming = folder.resolve(".interlock-incoming");
    Files.write(incoming.resolve("put-dead-1"), random(1000));
    try (LeaseFile alive = LeaseFile.create(incoming, "put")) {
      FolderStore.open(folder, clock);
      assertThat(incoming.resolve("put-dead-1")).doesNotExist();
      assertThat(alive.path()).exists();
    }
    assertThat(incoming).isEmptyDirectory();
  }

  @Test
  void what_a_dead_user_of_the_store_left_is_swept_by_the_next() throws IOException {
    Path leases = folder.resolve(".interlock-leases");
    Files.write(leases.resolve("together-dead-1"), new byte[0]);
    Files.write(leases.resolve("alone-dead-1"), new byte[0]);
    store.lease(BackupStore.Access.TOGETHER).close();
    assertThat(leases).isEmptyDirectory();
  }

  @Test
  void whether_somebody_uses_the_store_is_told_without_taking_it() {
    assertThat(store.inUse()).isFalse();
    try (BackupStore.Lease _ = store.lease(BackupStore.Access.TOGETHER)) {
      assertThat(again().inUse()).isTrue();
    }
    assertThat(store.inUse()).isFalse();
  }

  @Test
  void a_folder_that_may_only_be_read_is_used_without_protection() throws IOException {
    put(NAME, random(3));
    Path sight = Files.createDirectory(temp.resolve("sight"));
    try (Mounted _ = Mounted.readOnly(folder, sight)) {
      FolderStore seen = FolderStore.open(sight, clock);
      try (BackupStore.Lease lease = seen.lease(BackupStore.Access.TOGETHER)) {
        assertThat(lease.protects()).isFalse();
        assertThat(all(seen, NAME)).isEqualTo(random(3));
      }
      assertFault(RecoveryCode.STORE_FAILED, () -> seen.lease(BackupStore.Access.ALONE));
    }
    try (BackupStore.Lease lease = store.lease(BackupStore.Access.TOGETHER)) {
      assertThat(lease.protects()).isTrue();
    }
  }

  @Test
  void links_are_not_followed_out_of_the_store() throws IOException {
    Path outside = temp.resolve("outside");
    Files.createDirectories(outside.resolve("20261122T120000Z"));
    Files.writeString(outside.resolve("secret"), "secret");
    Files.createDirectories(folder.resolve("backups"));
    Files.createSymbolicLink(folder.resolve("backups/core"), outside);
    Files.createSymbolicLink(folder.resolve("backups/secret"), outside.resolve("secret"));
    assertFault(
        RecoveryCode.STORE_FAILED,
        () -> store.put(NAME, new ByteArrayInputStream(random(1)), null),
        "link");
    assertFault(RecoveryCode.BACKUP_DAMAGED, () -> store.open("backups/secret"), "link");
    assertThat(store.size("backups/secret")).isEmpty();
    assertThat(store.size("backups/core/secret")).isEmpty();
    assertFault(RecoveryCode.STORE_FAILED, () -> store.delete("backups/core/secret"), "link");
    assertThat(names(store, "")).isEmpty();
    assertThat(outside.resolve("secret")).hasContent("secret");
    try (Stream<Path> files = Files.list(outside.resolve("20261122T120000Z"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void store_may_be_reached_through_a_link() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
    put(NAME, random(3));
    assertThat(all(FolderStore.open(link, clock), NAME)).isEqualTo(random(3));
  }

  @Test
  void folder_or_pipe_under_an_objects_name_is_none() throws Exception {
    Files.createDirectories(folder.resolve(NAME));
    assertThat(store.size(NAME)).isEmpty();
    assertFault(RecoveryCode.BACKUP_DAMAGED, () -> store.open(NAME), "not there");
    assertThat(
            new ProcessBuilder("mkfifo", folder.resolve("backups/pipe").toString())
                .start()
                .waitFor())
        .isZero();
    assertFault(RecoveryCode.BACKUP_DAMAGED, () -> store.open("backups/pipe"), "not there");
    assertThat(names(store, "backups/pipe")).isEmpty();
  }

  @Test
  void copied_folder_keeps_what_is_immutable() throws IOException {
    store.put(NAME, new ByteArrayInputStream(random(3)), clock.instant().plusSeconds(60));
    Path copy = temp.resolve("copy");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(folder.relativize(file)), LinkOption.NOFOLLOW_LINKS);
      }
    }
    FolderStore other = FolderStore.open(copy, clock);
    assertFault(RecoveryCode.PROTECTED, () -> other.delete(NAME));
    clock.advance(Duration.ofSeconds(60));
    assertThat(other.delete(NAME)).isTrue();
  }

  @Test
  void time_that_cannot_be_read_protects_and_one_cut_off_does_not_count() throws IOException {
    put(NAME, random(3));
    Path until = Untils.beside(folder.resolve(NAME));
    Files.writeString(until, "\n2026-1");
    assertThat(Untils.read(folder.resolve(NAME))).isNull();
    store.protect(NAME, clock.instant().plusSeconds(60));
    assertFault(RecoveryCode.PROTECTED, () -> store.delete(NAME), "2026-11-22T12:01:00Z");
    Files.writeString(until, "some day, surely not before Christmas");
    clock.advance(Duration.ofDays(10_000));
    assertFault(RecoveryCode.PROTECTED, () -> store.delete(NAME), "hidden file");
  }
}
