package dev.interlock.recovery.blobstore;

import com.azure.storage.blob.models.BlobStorageException;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.util.function.Supplier;

/**
 * What Azure's complaints mean to the user.
 *
 * @param place the container
 */
record BlobFaults(String place) {

  static final int NOT_FOUND = 404;
  static final int CONFLICT = 409;
  static final int PRECONDITION = 412;

  /** Asks Azure; what fails is a fault, except what the asker understands. */
  <T> T ask(String doing, Supplier<T> question) {
    try {
      return question.get();
    } catch (BlobStorageException e) {
      throw e.getStatusCode() == NOT_FOUND
              || e.getStatusCode() == CONFLICT
              || e.getStatusCode() == PRECONDITION
          ? e
          : failed(doing, e);
    } catch (Fault | IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) {
      throw failed(doing, e);
    }
  }

  /** The same for answers that nobody here understands. */
  Fault failed(String doing, RuntimeException e) {
    return new Fault(
        RecoveryCode.STORE_FAILED.code(), place + ": cannot " + doing + ": " + reason(e), e);
  }

  private static String reason(RuntimeException e) {
    if (!(e instanceof BlobStorageException azure)) {
      return "Azure does not answer (" + e.getClass().getSimpleName() + "); is the network there?";
    }
    String code = "Azure answers " + azure.getStatusCode() + " " + azure.getErrorCode();
    return switch (azure.getStatusCode()) {
      case 401, 403 -> code + "; the identity needs the role Storage Blob Data Contributor";
      case NOT_FOUND -> code + "; does the container exist?";
      default -> code;
    };
  }
}
