package dev.interlock.recovery.blobstore;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.LeaseStateType;
import com.azure.storage.blob.models.ListBlobsOptions;
import dev.interlock.recovery.BackupStore.Access;
import dev.interlock.recovery.BackupStore.Lease;
import dev.interlock.recovery.store.StoreFaults;
import java.util.Locale;
import java.util.UUID;

/**
 * Shares in a container: each who has one keeps a leased blob. Everybody first makes the own one
 * and then looks for others, so that of two who come at once one may give way too much, but never
 * neither.
 */
record BlobLeases(BlobContainerClient container, BlobFaults faults) {

  /** What the names of these blobs begin with; no object's name does. */
  static final String FOLDER = ".interlock-leases/";

  Lease take(Access access) {
    return faults.ask("lease", () -> taken(access));
  }

  private Lease taken(Access access) {
    String name = FOLDER + word(access) + "-" + UUID.randomUUID();
    HeldBlob own = HeldBlob.make(container.getBlobClient(name), faults);
    if (inUse(own, access)) {
      own.close();
      throw StoreFaults.refused(
          faults.place(),
          "the store",
          "is in use by another backup, restore or removal; try again when that has ended");
    }
    return own;
  }

  private static String word(Access access) {
    return access.name().toLowerCase(Locale.ROOT);
  }

  /** True while somebody has a share. */
  boolean inUse() {
    return faults.ask("list", () -> living(FOLDER, ""));
  }

  /** All are looked at, whomever they keep out: what nobody holds any more is removed. */
  private boolean inUse(HeldBlob own, Access access) {
    boolean together = living(FOLDER + word(Access.TOGETHER) + "-", own.name());
    boolean alone = living(FOLDER + word(Access.ALONE) + "-", own.name());
    return alone || (together && access == Access.ALONE);
  }

  private boolean living(String prefix, String own) {
    boolean living = false;
    for (BlobItem blob : container.listBlobs(new ListBlobsOptions().setPrefix(prefix), null)) {
      living |= !blob.getName().equals(own) && isAlive(blob);
    }
    return living;
  }

  /** What nobody holds any more is removed. */
  private boolean isAlive(BlobItem blob) {
    if (LeaseStateType.LEASED.equals(blob.getProperties().getLeaseState())) {
      return true;
    }
    return !HeldBlob.removeUnheld(container.getBlobClient(blob.getName()));
  }
}
