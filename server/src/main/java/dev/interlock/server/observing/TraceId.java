package dev.interlock.server.observing;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** The id under which the log, and what is exported, knows a request. */
public final class TraceId {

  private TraceId() {}

  /** The id of a request, also when its answer is made after it failed. */
  public static Optional<String> of(HttpServletRequest request) {
    return ServerHttpObservationFilter.findObservationContext(request)
        .map(seen -> (TracingContext) seen.get(TracingContext.class))
        .map(TracingContext::getSpan)
        .map(span -> span.context().traceId());
  }

  /** The id of the request that this thread answers. */
  public static Optional<String> current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
        ? of(web.getRequest())
        : Optional.empty();
  }
}
