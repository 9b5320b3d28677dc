package dev.interlock.recovery.blobstore;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.storage.blob.models.BlobStorageException;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
  Fault failed(String doing, Exception e) {
    return new Fault(
        RecoveryCode.STORE_FAILED.code(), place + ": cannot " + doing + ": " + reason(e), e);
  }

  private static String reason(Exception e) {
    if (isSignIn(e)) {
      return "nobody is signed in to Azure, or not as somebody it knows (az login, a managed"
          + " identity, or AZURE_STORAGE_CONNECTION_STRING)";
    }
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

  private static boolean isSignIn(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .anyMatch(ClientAuthenticationException.class::isInstance);
  }
}
