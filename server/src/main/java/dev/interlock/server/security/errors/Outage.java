package dev.interlock.server.security.errors;

import dev.interlock.ledger.LedgerError.Kind;
import dev.interlock.ledger.LedgerException;
import dev.interlock.server.observing.TraceId;
import dev.interlock.server.security.events.EventsBusy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 when the database is gone or can't keep what people do. It needs nothing of the
 * database itself, neither session nor account.
 */
public final class Outage extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
  private static final int DEPTH = 20;

  /** After how many seconds it is worth trying again. */
  public static final String RETRY_AFTER = "10";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Not now – Interlock</title></head>
      <body><main><h1>Interlock can't answer right now</h1>
      <p>The database does not answer. Nothing you saved is lost. Try again in a minute.</p>
      </main></body></html>
      """;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    try {
      rest.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      if (response.isCommitted() || !isOutage(e)) {
        throw e;
      }
      LOG.error("the database does not answer: {}", String.valueOf(e.getMessage()));
      write(request, response);
    }
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static void write(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean page = String.valueOf(request.getHeader("Accept")).contains("text/html");
    response.resetBuffer();
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", RETRY_AFTER);
    response.setContentType(page ? "text/html;charset=UTF-8" : "application/problem+json");
    response
        .getOutputStream()
        .write((page ? PAGE : problem(request)).getBytes(StandardCharsets.UTF_8));
  }

  /** Trace ids are digits from 0 to f. */
  private static String problem(HttpServletRequest request) {
    String trace = TraceId.of(request).map(id -> ",\"traceId\":\"" + id + '"').orElse("");
    return """
    {"type":"about:blank","title":"Interlock can't answer right now","status":503,\
    "detail":"The database does not answer. Nothing you saved is lost. Try again in a minute."%s}
    """
        .formatted(trace);
  }

  /** True when not the request failed but what the server stands on. */
  public static boolean isOutage(@Nullable Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < DEPTH; i++) {
      if (cause instanceof EventsBusy
          || cause instanceof SQLTransientException
          || (cause instanceof LedgerException ledger && ledger.error().kind() == Kind.OUTSIDE)
          || (cause instanceof SQLException sql && isOutage(sql.getSQLState()))) {
        return true;
      }
      cause = before(cause);
    }
    return false;
  }

  /** Where a rollback failed too, what went wrong first tells more: then comes what caused it. */
  private static @Nullable Throwable before(Throwable thrown) {
    return thrown instanceof TransactionSystemException both
        ? both.getOriginalException()
        : thrown.getCause();
  }

  /**
   * Connections (08), two who wait for each other (40), no room (53), a lock that did not come
   * (55), an operator's hand or a restart (57), a broken system (58), a standby (25006).
   */
  private static boolean isOutage(@Nullable String state) {
    return state != null && state.matches("(08|40|53|55|57|58).*|25006");
  }
}
