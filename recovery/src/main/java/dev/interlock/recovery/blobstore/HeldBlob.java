package dev.interlock.recovery.blobstore;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.specialized.BlobLeaseClient;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore.Lease;
import dev.interlock.recovery.RecoveryCode;
import java.time.Duration;

/** A blob that shows that its maker is alive: its lease ends a minute after the last renewal. */
final class HeldBlob implements Lease {

  private static final int SECONDS = 60;
  private static final Duration RENEWAL = Duration.ofSeconds(15);

  private final BlobClient blob;
  private final BlobLeaseClient lease;
  private final BlobFaults faults;
  private final Thread renewal;
  private volatile boolean lost;

  private HeldBlob(BlobClient blob, BlobLeaseClient lease, BlobFaults faults) {
    this.blob = blob;
    this.lease = lease;
    this.faults = faults;
    this.renewal = Thread.ofVirtual().name("renews " + blob.getBlobName()).start(this::renew);
  }

  /** Makes it; who looks for others may have removed it before it was held. */
  static HeldBlob make(BlobClient blob, BlobFaults faults) {
    BlobLeaseClient lease = new BlobLeaseClientBuilder().blobClient(blob).buildClient();
    while (true) {
      try {
        blob.upload(BinaryData.fromBytes(new byte[0]), true);
        lease.acquireLease(SECONDS);
        return new HeldBlob(blob, lease, faults);
      } catch (BlobStorageException e) {
        if (e.getStatusCode() != BlobFaults.NOT_FOUND || !containerExists(blob)) {
          throw faults.failed("lease", e);
        }
      }
    }
  }

  private static boolean containerExists(BlobClient blob) {
    return blob.getContainerClient().exists();
  }

  String name() {
    return blob.getBlobName();
  }

  /** Removes one that nobody holds; false when somebody does by now. */
  static boolean removeUnheld(BlobClient blob) {
    try {
      blob.delete();
      return true;
    } catch (BlobStorageException e) {
      return e.getStatusCode() == BlobFaults.NOT_FOUND;
    }
  }

  private void renew() {
    long renewed = System.nanoTime();
    while (!lost) {
      try {
        Thread.sleep(RENEWAL);
        lease.renewLease();
        renewed = System.nanoTime();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        lost = System.nanoTime() - renewed > Duration.ofSeconds(SECONDS).toNanos();
      }
    }
  }

  /** Gives it back; whoever lost it in the meantime must know. */
  @Override
  public void close() {
    renewal.interrupt();
    try {
      blob.deleteWithResponse(
          null, new BlobRequestConditions().setLeaseId(lease.getLeaseId()), null, Context.NONE);
    } catch (BlobStorageException e) {
      lost |=
          e.getStatusCode() == BlobFaults.PRECONDITION || e.getStatusCode() == BlobFaults.NOT_FOUND;
    }
    if (lost) {
      throw new Fault(
          RecoveryCode.STORE_FAILED.code(),
          faults.place()
              + ": the share in the store was lost while it was used, because Azure did not answer"
              + " for a minute; repeat what was done");
    }
  }
}
