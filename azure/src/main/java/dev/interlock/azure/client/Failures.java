package dev.interlock.azure.client;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.management.exception.ManagementException;
import dev.interlock.azure.AzureAccess;
import dev.interlock.azure.AzureCode;
import dev.interlock.azure.CredentialKind;
import dev.interlock.azure.signin.NotSignedIn;
import dev.interlock.finding.Fault;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Why Azure did not answer, in words that say what to do. */
public final class Failures {

  private static final int MOST_SHOWN = 400;

  private Failures() {}

  /** The failure as a fault; a mistake of the program stays what it is. */
  public static RuntimeException fault(RuntimeException failure, AzureAccess access) {
    return switch (failure) {
      case Fault known -> known;
      case NotAllGiven part ->
          new Fault(
              AzureCode.INCOMPLETE.code(),
              part.getMessage() + "; name fewer subscriptions, or run it again",
              part);
      case NotSignedIn nobody -> notSignedIn(nobody, access.credential());
      case HttpResponseException answer -> answered(answer);
      default -> unreachable(failure, access);
    };
  }

  private static Fault notSignedIn(RuntimeException failure, CredentialKind credential) {
    return new Fault(
        AzureCode.NOT_SIGNED_IN.code(),
        "cannot sign in to Azure: " + hint(credential) + " (" + firstLine(failure) + ")",
        failure);
  }

  private static String hint(CredentialKind credential) {
    return switch (credential) {
      case AUTO -> "run az login, or say with --credential who asks";
      case ENVIRONMENT -> "set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET";
      case WORKLOAD_IDENTITY -> "is the service account of the pod federated with an identity?";
      case MANAGED_IDENTITY -> "has this machine a managed identity? AZURE_CLIENT_ID names one";
      case AZURE_CLI -> "run az login";
    };
  }

  private static Fault answered(HttpResponseException answer) {
    int status = answer.getResponse() == null ? 0 : answer.getResponse().getStatusCode();
    String said = status + " " + said(answer);
    return switch (status) {
      case 401 ->
          new Fault(AzureCode.NOT_SIGNED_IN.code(), "Azure does not know who asks: " + said);
      case 403 ->
          new Fault(
              AzureCode.REFUSED.code(),
              "Azure refused: "
                  + said
                  + "; reading needs the role Reader there, making and removing servers Contributor");
      case 400, 404 -> new Fault(AzureCode.REFUSED.code(), "Azure refused: " + said);
      case 429 ->
          new Fault(
              AzureCode.THROTTLED.code(),
              "Azure asked to wait, "
                  + Retries.MOST
                  + " times in a row; try again later, or name fewer subscriptions");
      default -> new Fault(AzureCode.FAILED.code(), "Azure failed: " + said);
    };
  }

  private static String said(HttpResponseException answer) {
    return answer instanceof ManagementException management && management.getValue() != null
        ? management.getValue().getCode() + ": " + management.getValue().getMessage()
        : firstLine(answer);
  }

  private static RuntimeException unreachable(RuntimeException failure, AzureAccess access) {
    Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof IOException || cause instanceof TimeoutException) {
        String where = access.endpoint() == null ? "" : " at " + access.endpoint().getHost();
        String why =
            cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new Fault(
            AzureCode.UNREACHABLE.code(), "cannot reach Azure" + where + ": " + why, failure);
      }
      cause = cause.getCause();
    }
    return failure;
  }

  private static String firstLine(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage()).strip();
    String first = message.lines().findFirst().orElse("").strip();
    return first.length() > MOST_SHOWN ? first.substring(0, MOST_SHOWN) + " …" : first;
  }
}
