package dev.interlock.recovery.blobstore;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobContainerProperties;
import dev.interlock.recovery.StoreLock;
import dev.interlock.recovery.StoreRules;
import dev.interlock.recovery.StoreRules.Doubt;
import java.util.List;

/**
 * What a container tells of its own rules: whether blobs are locked. What removes or moves them
 * with age belongs to the account, and only Azure Resource Manager tells it.
 */
final class BlobRules {

  private static final String HINT =
      "name it: --storage-account /subscriptions/.../storageAccounts/NAME";

  private BlobRules() {}

  /** The rules, with doubts about what a container can't tell. */
  static StoreRules of(
      BlobContainerClient container, BlobFaults faults, Immutability immutability) {
    Doubt lifecycle =
        new Doubt(
            "rules that remove or move blobs belong to the storage account, and nobody said which"
                + " one to ask",
            HINT);
    return new StoreRules(
        faults.place(),
        container.getBlobContainerName() + "/",
        List.of(),
        "",
        immutability == Immutability.LOCKED
            ? new StoreLock.OfEach()
            : lock(faults.ask("ask what is locked", container::getProperties)),
        List.of(lifecycle));
  }

  private static StoreLock lock(BlobContainerProperties container) {
    return container.hasImmutabilityPolicy()
        ? new StoreLock.Unknown(
            new Doubt(
                "the container has a policy that locks its blobs, and does not tell for how long",
                HINT))
        : new StoreLock.Missing("the container has no immutability for versions");
  }
}
