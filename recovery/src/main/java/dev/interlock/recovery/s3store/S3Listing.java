package dev.interlock.recovery.s3store;

import dev.interlock.recovery.BackupStore.Listed;
import dev.interlock.recovery.StoreLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects as they come, page by page, each page asked for when it is needed. */
final class S3Listing implements Iterator<S3Object> {

  private final S3Bucket bucket;
  private final String beginning;
  private ListObjectsV2Response page;
  private Iterator<S3Object> objects;

  private S3Listing(S3Bucket bucket, String beginning) {
    this.bucket = bucket;
    this.beginning = beginning;
    this.page = page(null);
    this.objects = page.contents().iterator();
  }

  /** All objects below a name, hidden ones too. */
  static List<S3Object> keys(S3Bucket bucket, String beginning) {
    List<S3Object> all = new ArrayList<>();
    new S3Listing(bucket, beginning).forEachRemaining(all::add);
    return all;
  }

  /** Objects of the store, with their times. */
  static Stream<Listed> of(S3Bucket bucket, String beginning) {
    Map<String, Instant> times = new S3Notes(bucket).all(beginning);
    int prefix = bucket.prefix().length();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                new S3Listing(bucket, beginning), Spliterator.ORDERED),
            false)
        .filter(it -> StoreLayout.isName(it.key().substring(prefix)))
        .map(it -> listed(it.key().substring(prefix), it, times));
  }

  private static Listed listed(String name, S3Object object, Map<String, Instant> times) {
    return new Listed(name, object.size(), times.get(name));
  }

  @Override
  public boolean hasNext() {
    while (!objects.hasNext() && Boolean.TRUE.equals(page.isTruncated())) {
      page = page(following());
      objects = page.contents().iterator();
    }
    return objects.hasNext();
  }

  @Override
  public S3Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return objects.next();
  }

  /** Asking from the beginning again would never end. */
  private String following() {
    String token = page.nextContinuationToken();
    if (token == null) {
      throw bucket.failed(
          "list", SdkClientException.create("the list is cut, and nothing tells where it goes on"));
    }
    return token;
  }

  private ListObjectsV2Response page(@Nullable String token) {
    try {
      return bucket.ask(
          "list",
          () ->
              bucket
                  .client()
                  .listObjectsV2(it ->
                      it.bucket(bucket.name())
                          .prefix(bucket.key(beginning))
                          .continuationToken(token)));
    } catch (S3Exception e) {
      throw bucket.failed("list", e);
    }
  }
}
