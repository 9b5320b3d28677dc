package dev.interlock.recovery.blobstore;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoreRules;
import dev.interlock.recovery.StoredObject;
import dev.interlock.recovery.store.ServedContent;
import dev.interlock.recovery.store.SharedObject;
import dev.interlock.recovery.store.StoreFaults;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A container of Azure Blob Storage as a store; each object is a block blob. */
public final class AzureBlobStore implements BackupStore {

  private final BlobContainerClient container;
  private final BlobFaults faults;
  private final Immutability immutability;
  private final InstantSource clock;

  /** The store in a container that is there. */
  public AzureBlobStore(
      BlobContainerClient container, Immutability immutability, InstantSource clock) {
    this.container = container;
    this.faults = new BlobFaults(container.getBlobContainerUrl());
    this.immutability = immutability;
    this.clock = clock;
  }

  /**
   * The store in the container at this address.
   *
   * @param credential who asks
   */
  public static AzureBlobStore at(
      String url, TokenCredential credential, Immutability immutability, InstantSource clock) {
    BlobContainerClient container =
        new BlobContainerClientBuilder()
            .endpoint(url)
            .credential(credential)
            .httpClient(new JdkHttpClientBuilder().build())
            .buildClient();
    return new AzureBlobStore(container, immutability, clock);
  }

  @Override
  public String place() {
    return faults.place();
  }

  @Override
  public StoredObject put(String name, InputStream content, @Nullable Instant immutableUntil)
      throws IOException {
    BlobClient blob = blob(name);
    StoredObject stored =
        faults.ask("read", blob::exists)
            ? null
            : new BlobUpload(faults, blob.getBlockBlobClient(), immutableUntil, immutability)
                .upload(name, content);
    return stored == null ? SharedObject.in(this, name, immutableUntil) : stored;
  }

  @Override
  public InputStream open(String name) {
    BlobClient blob = blob(name);
    try {
      return faults.ask(
          "read " + name,
          () -> new ServedContent(blob.openInputStream(), e -> faults.failed("read " + name, e)));
    } catch (BlobStorageException e) {
      if (isAbsent(e)) {
        throw StoreFaults.absent(place(), name);
      }
      if (BlobErrorCode.BLOB_ARCHIVED.equals(e.getErrorCode())) {
        throw StoreFaults.archived(place(), name, "az storage blob set-tier --tier Hot");
      }
      throw faults.failed("read " + name, e);
    }
  }

  /** A missing container must not look like a missing object. */
  private boolean isAbsent(BlobStorageException e) {
    return e.getStatusCode() == BlobFaults.NOT_FOUND && faults.ask("read", container::exists);
  }

  @Override
  public OptionalLong size(String name) {
    BlobProperties found = find(name);
    return found == null ? OptionalLong.empty() : OptionalLong.of(found.getBlobSize());
  }

  /** A request takes tens of milliseconds, and hardly anything of a processor. */
  @Override
  public int readers() {
    return 32;
  }

  @Override
  public Stream<Listed> list(String prefix) {
    ListBlobsOptions options =
        new ListBlobsOptions()
            .setPrefix(prefix)
            .setDetails(
                new BlobListDetails()
                    .setRetrieveMetadata(true)
                    .setRetrieveImmutabilityPolicy(immutability == Immutability.LOCKED));
    return BlobListing.of(container.listBlobs(options, null), faults);
  }

  @Override
  public void protect(String name, Instant until) {
    boolean done = false;
    while (!done) {
      BlobProperties found = properties(name);
      Instant before = BlobUntil.of(found.getMetadata(), found.getImmutabilityPolicy());
      done = (before != null && !before.isBefore(until)) || extend(name, until, found);
    }
  }

  /** False when somebody else noted something at the same time. */
  private boolean extend(String name, Instant until, BlobProperties found) {
    try {
      faults.ask(
          "make immutable",
          () ->
              immutability == Immutability.LOCKED
                  ? blob(name).setImmutabilityPolicy(BlobUntil.policy(until))
                  : note(name, until, found));
      return true;
    } catch (BlobStorageException e) {
      if (e.getStatusCode() == BlobFaults.PRECONDITION) {
        return false;
      }
      throw faults.failed("make immutable", e);
    }
  }

  /** Only where nothing is locked: a note at a locked blob would be a new version of it. */
  private Object note(String name, Instant until, BlobProperties found) {
    Map<String, String> metadata = new HashMap<>(found.getMetadata());
    BlobUntil.note(metadata, until);
    BlobRequestConditions same = new BlobRequestConditions().setIfMatch(found.getETag());
    return blob(name).setMetadataWithResponse(metadata, same, null, Context.NONE);
  }

  @Override
  public boolean delete(String name) {
    BlobProperties found = find(name);
    if (found == null) {
      return false;
    }
    Instant until = BlobUntil.of(found.getMetadata(), found.getImmutabilityPolicy());
    if (until != null && until.isAfter(clock.instant())) {
      throw StoreFaults.refused(place(), name, "can't be removed before " + until);
    }
    try {
      BlobRequestConditions same = new BlobRequestConditions().setIfMatch(found.getETag());
      faults.ask("remove", () -> blob(name).deleteWithResponse(null, same, null, Context.NONE));
      return true;
    } catch (BlobStorageException e) {
      if (e.getStatusCode() == BlobFaults.NOT_FOUND) {
        return false;
      }
      throw StoreFaults.refused(
          place(), name, "can't be removed: Azure answers " + e.getErrorCode());
    }
  }

  /** Azure has legal holds of single blobs where the container has immutability for versions. */
  @Override
  public Optional<String> hold(String name) {
    try {
      setLegalHold(name, true);
      return Optional.empty();
    } catch (Fault e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void letGo(String name) {
    BlobProperties found = find(name);
    if (found != null && Boolean.TRUE.equals(found.hasLegalHold())) {
      setLegalHold(name, false);
    }
  }

  private void setLegalHold(String name, boolean held) {
    String doing = held ? "set a legal hold" : "end the legal hold of " + name;
    try {
      faults.ask(doing, () -> blob(name).setLegalHold(held));
    } catch (BlobStorageException e) {
      throw faults.failed(doing, e);
    }
  }

  @Override
  public StoreRules rules() {
    return BlobRules.of(container, faults, immutability);
  }

  @Override
  public boolean inUse() {
    return new BlobLeases(container, faults).inUse();
  }

  @Override
  public Lease lease(Access access) {
    return new BlobLeases(container, faults).take(access);
  }

  private BlobClient blob(String name) {
    return container.getBlobClient(StoreLayout.requireName(name));
  }

  private BlobProperties properties(String name) {
    BlobProperties found = find(name);
    if (found == null) {
      throw StoreFaults.absent(place(), name);
    }
    return found;
  }

  private @Nullable BlobProperties find(String name) {
    BlobClient blob = blob(name);
    try {
      return faults.ask("read " + name, blob::getProperties);
    } catch (BlobStorageException e) {
      if (isAbsent(e)) {
        return null;
      }
      throw faults.failed("read " + name, e);
    }
  }
}
