package dev.interlock.azure.inventory;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import dev.interlock.azure.Patience;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Asks no faster than Azure allows: when an answer says that nothing is left of the quota, the next
 * question waits until there is again.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests">Guidance
 *     for throttled requests in Azure Resource Graph</a>
 */
public final class Pace implements HttpPipelinePolicy {

  private static final HttpHeaderName REMAINING =
      HttpHeaderName.fromString("x-ms-user-quota-remaining");
  private static final HttpHeaderName RESETS =
      HttpHeaderName.fromString("x-ms-user-quota-resets-after");
  private static final HttpHeaderName LIMIT_HIT =
      HttpHeaderName.fromString("x-ms-tenant-subscription-limit-hit");

  private final Patience patience;
  private Duration owed = Duration.ZERO;
  private boolean limitHit;

  /** Waits with this patience. */
  public Pace(Patience patience) {
    this.patience = patience;
  }

  @Override
  public HttpPipelinePosition getPipelinePosition() {
    return HttpPipelinePosition.PER_RETRY;
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    await();
    HttpResponse response = next.processSync();
    heed(response.getHeaders(), response.getStatusCode());
    return response;
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    return Mono.fromRunnable(this::await)
        .then(next.process())
        .doOnNext(response -> heed(response.getHeaders(), response.getStatusCode()));
  }

  /** True when more subscriptions can be read than one answer covers. */
  boolean limitHit() {
    return limitHit;
  }

  private void await() {
    if (owed.isPositive()) {
      Duration time = owed;
      owed = Duration.ZERO;
      patience.await(time);
    }
  }

  private void heed(HttpHeaders headers, int status) {
    limitHit |= "true".equalsIgnoreCase(headers.getValue(LIMIT_HIT));
    boolean throttled = status == 429 && headers.getValue(HttpHeaderName.RETRY_AFTER) == null;
    if (throttled || "0".equals(headers.getValue(REMAINING))) {
      owed = time(headers.getValue(RESETS));
    }
  }

  /** {@code hh:mm:ss}; a day at most, as the header is a span within one. */
  private static Duration time(@Nullable String span) {
    try {
      return span == null
          ? Duration.ZERO
          : Duration.ofNanos(LocalTime.parse(span.strip()).toNanoOfDay());
    } catch (DateTimeParseException notUnderstood) {
      return Duration.ZERO;
    }
  }
}
