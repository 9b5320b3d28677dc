package dev.interlock.recovery.s3store;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.StoreLayout;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Opens a store at {@code s3://bucket/prefix}. Who asks, and where, is said as for every program
 * that uses AWS: by its variables of the environment and its profiles.
 */
public final class S3Place {

  private static final String SCHEME = "s3://";
  private static final int BAD_REQUEST = 400;

  private S3Place() {}

  /**
   * The store at an address.
   *
   * @throws Fault STORE_FAILED when there is none, or it can't be reached
   */
  public static S3Store open(String address, InstantSource clock) {
    return open(client(null, UrlConnectionHttpClient.create()), address, clock);
  }

  /** Makes it a store when it is none yet; the bucket must be there. */
  public static S3Store create(String address, InstantSource clock) {
    return create(client(null, UrlConnectionHttpClient.create()), address, clock);
  }

  static S3Store open(S3Client client, String address, InstantSource clock) {
    S3Bucket bucket = bucket(client, address);
    if (bucket.find(StoreLayout.MARK) == null) {
      throw failed(bucket, "there is no store; interlock backup run --new-store makes one");
    }
    return new S3Store(bucket, new S3Locks(bucket, locks(bucket)), clock);
  }

  static S3Store create(S3Client client, String address, InstantSource clock) {
    S3Bucket bucket = bucket(client, address);
    if (bucket.find(StoreLayout.MARK) == null) {
      mark(bucket);
    }
    requireConditions(bucket);
    return new S3Store(bucket, new S3Locks(bucket, locks(bucket)), clock);
  }

  /** The client that is used; at another endpoint when one is named. */
  static S3Client client(@Nullable URI endpoint, SdkHttpClient http) {
    URI other = endpoint == null ? endpoint() : endpoint;
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClient(http)
            // Servers that only speak like S3 do not know newer checksums; MD5 they all do.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(it -> it.addExecutionInterceptor(new DocumentedAnswers()))
            .serviceConfiguration(it -> it.chunkedEncodingEnabled(false));
    if (other != null) {
      builder.endpointOverride(other).forcePathStyle(true);
      if (isAbsent("AWS_REGION", "aws.region")) {
        builder.region(Region.US_EAST_1);
      }
    }
    return builder.build();
  }

  /** Told as to AWS's own programs; those that only speak like S3 want the bucket in the path. */
  private static @Nullable URI endpoint() {
    for (String name : new String[] {"AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"}) {
      String value = System.getenv(name);
      if (value != null && !value.isBlank()) {
        return URI.create(value);
      }
    }
    String property = System.getProperty("aws.endpointUrlS3");
    return property == null ? null : URI.create(property);
  }

  private static boolean isAbsent(String variable, String property) {
    return System.getenv(variable) == null && System.getProperty(property) == null;
  }

  private static S3Bucket bucket(S3Client client, String address) {
    String rest = address.startsWith(SCHEME) ? address.substring(SCHEME.length()) : "";
    int slash = rest.indexOf('/');
    String name = slash < 0 ? rest : rest.substring(0, slash);
    String prefix = slash < 0 ? "" : rest.substring(slash + 1).replaceAll("/+$", "");
    if (name.isEmpty()) {
      throw new Fault(
          RecoveryCode.STORE_FAILED.code(),
          address + ": this is no place in S3, such as s3://bucket/prefix");
    }
    return new S3Bucket(client, name, prefix.isEmpty() ? "" : prefix + "/");
  }

  private static void mark(S3Bucket bucket) {
    try {
      bucket.ask("write", () -> marked(bucket));
    } catch (S3Exception e) {
      if (e.statusCode() != S3Bucket.PRECONDITION) {
        throw bucket.failed("write", e);
      }
    }
  }

  private static Object marked(S3Bucket bucket) {
    return bucket
        .client()
        .putObject(
            it -> it.bucket(bucket.name()).key(bucket.key(StoreLayout.MARK)).ifNoneMatch("*"),
            RequestBody.empty());
  }

  /** A server that passes over the condition would replace backups. */
  private static void requireConditions(S3Bucket bucket) {
    try {
      bucket.ask("write", () -> marked(bucket));
    } catch (S3Exception e) {
      if (e.statusCode() == S3Bucket.PRECONDITION) {
        return;
      }
      throw bucket.failed("write", e);
    }
    throw failed(
        bucket,
        "the server replaces objects though it is asked not to (If-None-Match): backups are not"
            + " safe there");
  }

  /** A bucket without Object Lock answers that there is no configuration of it. */
  private static boolean locks(S3Bucket bucket) {
    try {
      return bucket
              .client()
              .getObjectLockConfiguration(it -> it.bucket(bucket.name()))
              .objectLockConfiguration()
              .objectLockEnabled()
          == ObjectLockEnabled.ENABLED;
    } catch (S3Exception e) {
      if (isWithout(e)) {
        return false;
      }
      throw bucket.failed("ask whether the bucket has Object Lock", e);
    } catch (SdkException e) {
      throw bucket.failed("ask whether the bucket has Object Lock", e);
    }
  }

  /**
   * Servers other than Amazon's say it in their own ways; not to be allowed to ask is no answer.
   */
  private static boolean isWithout(S3Exception e) {
    return switch (e.statusCode()) {
      case S3Bucket.NOT_FOUND, S3Bucket.NOT_IMPLEMENTED -> true;
      case BAD_REQUEST -> "InvalidRequest".equals(e.awsErrorDetails().errorCode());
      default -> false;
    };
  }

  private static Fault failed(S3Bucket bucket, String why) {
    return new Fault(RecoveryCode.STORE_FAILED.code(), bucket.place() + ": " + why);
  }
}
