package dev.interlock.recovery.blobstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.AccessTier;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.StoreLock;
import dev.interlock.recovery.StoreRules;
import dev.interlock.recovery.store.RemoteStoreContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against the real emulator; policies of Azure are not known to it. */
@Tag("slow")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class AzureBlobStoreTest extends RemoteStoreContract {

  @TempDir private static Path data;
  private static @Nullable Azurite azurite;
  private static int containers;

  private BlobContainerClient container;
  private BackupStore store;

  @BeforeAll
  static void start() throws Exception {
    azurite = Azurite.start(data);
  }

  @AfterAll
  static void stop() {
    if (azurite != null) {
      azurite.close();
    }
  }

  @BeforeEach
  void create() {
    container = client("store" + containers++);
    container.create();
    store = again();
  }

  private static BlobContainerClient client(String name) {
    return Objects.requireNonNull(azurite).container(name);
  }

  @Override
  protected int part() {
    return 8 << 20;
  }

  @Override
  protected BackupStore store() {
    return store;
  }

  @Override
  protected BackupStore again() {
    return new AzureBlobStore(container, Immutability.NOTED, clock);
  }

  @Test
  void a_legal_hold_that_azure_refuses_is_told_and_one_that_is_not_set_needs_no_end()
      throws IOException {
    put(NAME, new byte[] {1});

    assertThat(store.hold(NAME).orElseThrow())
        .contains("cannot set a legal hold: Azure answers 501");
    store.letGo(NAME);

    assertThat(store.delete(NAME)).isTrue();
  }

  @Test
  void missing_container_is_not_an_empty_one() {
    BackupStore gone = new AzureBlobStore(client("gone"), Immutability.NOTED, clock);
    assertFault(RecoveryCode.STORE_FAILED, () -> gone.size(NAME), "container");
    assertFault(RecoveryCode.STORE_FAILED, () -> names(gone, ""), "container");
    assertFault(RecoveryCode.STORE_FAILED, () -> gone.delete(NAME), "container");
    assertFault(
        RecoveryCode.STORE_FAILED,
        () -> gone.put(NAME, new ByteArrayInputStream(random(3)), null),
        "container");
    assertFault(RecoveryCode.STORE_FAILED, () -> gone.lease(BackupStore.Access.ALONE), "container");
  }

  @Test
  void time_that_cannot_be_read_protects() throws IOException {
    put(NAME, random(3));
    container.getBlobClient(NAME).setMetadata(Map.of("until", "some day"));
    assertFault(RecoveryCode.PROTECTED, () -> store.delete(NAME));
    store.protect(NAME, Instant.parse("2026-12-24T00:00:00Z"));
    assertFault(RecoveryCode.PROTECTED, () -> store.delete(NAME));
  }

  @Test
  void an_archived_blob_is_not_there_when_it_is_needed() throws IOException {
    put(NAME, random(3));
    container.getBlobClient(NAME).setAccessTier(AccessTier.ARCHIVE);
    assertFault(
        RecoveryCode.BACKUP_ARCHIVED, () -> all(store, NAME), NAME, "archive", "set-tier --tier");
  }

  @Test
  void share_of_somebody_who_is_gone_is_given_back() {
    container
        .getBlobClient(BlobLeases.FOLDER + "alone-dead")
        .upload(BinaryData.fromBytes(new byte[0]));
    store.lease(BackupStore.Access.ALONE).close();
    assertThat(container.listBlobs()).isEmpty();
  }

  @Test
  void what_cannot_be_locked_is_told() throws IOException {
    // The emulator has no policies, like an account without them.
    BackupStore locked = new AzureBlobStore(container, Immutability.LOCKED, clock);
    put(FILE, random(3));
    Instant until = clock.instant().plusSeconds(100);
    for (int i = 0; i < 2; i++) {
      assertFault(RecoveryCode.STORE_FAILED, () -> locked.protect(FILE, until), "make immutable");
    }
  }

  @Test
  void what_a_container_cannot_tell_of_rules_is_a_doubt() {
    StoreRules rules = store.rules();

    assertThat(rules.root()).isEqualTo(container.getBlobContainerName() + "/");
    assertThat(rules.doubts()).hasSize(1);
    assertThat(rules.doubts().getFirst().why()).contains("belong to the storage account");
    assertThat(rules.lock())
        .isEqualTo(new StoreLock.Missing("the container has no immutability for versions"));
  }
}
