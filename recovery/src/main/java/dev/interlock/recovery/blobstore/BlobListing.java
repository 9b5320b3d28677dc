package dev.interlock.recovery.blobstore;

import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobStorageException;
import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.StoreLayout;
import java.time.Instant;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Blobs as they come, page by page, each page asked for when it is needed. */
record BlobListing(Iterator<BlobItem> blobs, BlobFaults faults) implements Iterator<Listed> {

  static Stream<Listed> of(Iterable<BlobItem> blobs, BlobFaults faults) {
    Iterator<Listed> listing = new BlobListing(asked(faults, blobs::iterator), faults);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(listing, Spliterator.ORDERED), false)
        .filter(object -> StoreLayout.isName(object.name()));
  }

  @Override
  public boolean hasNext() {
    return asked(faults, blobs::hasNext);
  }

  @Override
  public Listed next() {
    return listed(asked(faults, blobs::next));
  }

  private static <T> T asked(BlobFaults faults, Supplier<T> question) {
    try {
      return faults.ask("list", question);
    } catch (BlobStorageException e) {
      throw faults.failed("list", e);
    }
  }

  private static Listed listed(BlobItem blob) {
    Instant until = BlobUntil.of(blob.getMetadata(), blob.getProperties().getImmutabilityPolicy());
    return new Listed(blob.getName(), blob.getProperties().getContentLength(), until);
  }
}
