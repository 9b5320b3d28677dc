package dev.interlock.azure.client;

import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RequestRetryCondition;
import com.azure.core.http.policy.RetryOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** When a question to Azure is asked again, and how late. */
public final class Retries {

  /** Several minutes of being asked to wait. */
  public static final int MOST = 8;

  private static final int LONGEST = 60;

  private Retries() {}

  /**
   * Tries again when throttled, as late as Azure says.
   *
   * @param firstPause before trying again where Azure does not say; doubled each time
   */
  public static RetryOptions after(Duration firstPause) {
    var backoff =
        new ExponentialBackoffOptions()
            .setMaxRetries(MOST)
            .setBaseDelay(firstPause)
            .setMaxDelay(firstPause.multipliedBy(LONGEST));
    return new RetryOptions(backoff).setShouldRetryCondition(Retries::mayPass);
  }

  /** Whoever can't sign in now can't in a second either; a network or a server may. */
  private static boolean mayPass(RequestRetryCondition tried) {
    HttpResponse response = tried.getResponse();
    if (response == null) {
      return tried.getThrowable() instanceof IOException
          || tried.getThrowable() instanceof TimeoutException;
    }
    int status = response.getStatusCode();
    return status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505);
  }
}
