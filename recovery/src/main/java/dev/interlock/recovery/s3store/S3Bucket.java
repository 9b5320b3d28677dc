package dev.interlock.recovery.s3store;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A part of a bucket, and what its complaints mean to the user.
 *
 * @param prefix what the keys of all objects in it begin with; empty, or ends with a slash
 */
record S3Bucket(S3Client client, String name, String prefix) {

  static final int NOT_FOUND = 404;
  static final int CONFLICT = 409;
  static final int PRECONDITION = 412;
  static final int FORBIDDEN = 403;
  static final int NOT_IMPLEMENTED = 501;

  /** As people write it. */
  String place() {
    return "s3://"
        + name
        + (prefix.isEmpty() ? "" : "/" + prefix.substring(0, prefix.length() - 1));
  }

  String key(String object) {
    return prefix + object;
  }

  /**
   * Asks; what fails is a fault, except what the asker understands: not there, archived, or in the
   * way.
   */
  <T> T ask(String doing, Supplier<T> question) {
    try {
      return question.get();
    } catch (S3Exception e) {
      if (e instanceof InvalidObjectStateException
          || e.statusCode() == NOT_FOUND
          || e.statusCode() == CONFLICT
          || e.statusCode() == PRECONDITION) {
        throw e;
      }
      throw failed(doing, e);
    } catch (SdkException e) {
      throw failed(doing, e);
    }
  }

  /** What is known of an object; null when there is none. A missing bucket is a fault. */
  @Nullable HeadObjectResponse find(String object) {
    try {
      return ask("read " + object, () -> client.headObject(it -> it.bucket(name).key(key(object))));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        requireThere(e);
        return null;
      }
      throw failed("read " + object, e);
    }
  }

  /** The answer to a question about an object does not tell whether the bucket is there. */
  void requireThere(S3Exception missing) {
    try {
      ask("read", () -> client.headBucket(it -> it.bucket(name)));
    } catch (S3Exception e) {
      e.addSuppressed(missing);
      throw failed("read", e);
    }
  }

  Fault failed(String doing, Exception e) {
    return new Fault(
        RecoveryCode.STORE_FAILED.code(), place() + ": cannot " + doing + ": " + reason(e), e);
  }

  private static String reason(Exception e) {
    if (!(e instanceof S3Exception answer)) {
      return "S3 does not answer, or not as S3 does, or nobody says who asks ("
          + e.getClass().getSimpleName()
          + "): "
          + e.getMessage();
    }
    String code = answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
    String said = "S3 answers " + answer.statusCode() + (code == null ? "" : " " + code);
    return switch (answer.statusCode()) {
      case 401, FORBIDDEN ->
          said + "; who asks needs to list the bucket, and to read, write and remove its objects";
      case NOT_FOUND -> said + "; does the bucket exist?";
      default -> said;
    };
  }
}
