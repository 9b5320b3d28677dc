package dev.interlock.server.api;

import dev.interlock.changes.RegisterRefused;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.LedgerException;
import dev.interlock.server.api.Problems.Problem;
import dev.interlock.server.observing.TraceId;
import dev.interlock.server.security.errors.Outage;
import dev.interlock.usecases.InputRejected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every failure of the API as {@code application/problem+json}. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
class ApiErrors {

  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

  @ExceptionHandler
  ResponseEntity<Problems> rejected(InputRejected e) {
    Diagnostic first = e.problems().getFirst();
    List<Problem> all = e.problems().stream().map(Problem::of).toList();
    return answer(HttpStatus.UNPROCESSABLE_CONTENT, first.message(), first.code(), all);
  }

  @ExceptionHandler
  ResponseEntity<Problems> refused(RegisterRefused e) {
    HttpStatus status =
        switch (e.code()) {
          case NO_SUCH_CHANGE, NO_SUCH_DECISION -> HttpStatus.NOT_FOUND;
          case STALE -> HttpStatus.PRECONDITION_FAILED;
          case FILED_ALREADY, CLOSED, NO_GO -> HttpStatus.CONFLICT;
          case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
          case NO_PERSON, OWN_CHANGE, NOT_EXECUTOR -> HttpStatus.FORBIDDEN;
          default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    return answer(status, String.valueOf(e.getMessage()), e.code().code(), List.of());
  }

  @ExceptionHandler
  ResponseEntity<Problems> outside(Fault e) {
    LOG.error("the API answers 503: {}", e.getMessage());
    return unavailable(e.code());
  }

  @ExceptionHandler
  ResponseEntity<Problems> malformed(HttpMessageNotReadableException e) {
    BodyTooLarge large = cause(e, BodyTooLarge.class);
    if (large != null) {
      return tooLarge(large);
    }
    BadBody bad = cause(e, BadBody.class);
    String why = "the body is not what this route reads";
    return answer(
        HttpStatus.BAD_REQUEST, bad == null ? why : why + ": " + bad.getMessage(), null, List.of());
  }

  @ExceptionHandler
  ResponseEntity<Problems> tooLarge(BodyTooLarge e) {
    return answer(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(e.getMessage()), null, List.of());
  }

  @ExceptionHandler
  ResponseEntity<Problems> malformed(MethodArgumentTypeMismatchException e) {
    return answer(
        HttpStatus.BAD_REQUEST, e.getName() + " is not written as it must be", null, List.of());
  }

  @ExceptionHandler
  ResponseEntity<Problems> failed(Exception e) {
    if (e instanceof ErrorResponse told) {
      String detail = told.getBody().getDetail();
      return answer(told.getStatusCode(), detail == null ? "" : detail, null, List.of());
    }
    if (Outage.isOutage(e)) {
      LOG.error("the API answers 503: {}", e.getMessage());
      return unavailable(e instanceof LedgerException ledger ? ledger.error().code() : null);
    }
    LOG.error("the API failed", e);
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "something went wrong here; the log says what",
        null,
        List.of());
  }

  static ResponseEntity<Problems> answer(
      HttpStatusCode status, String detail, @Nullable String code, List<Problem> problems) {
    HttpStatus known = HttpStatus.resolve(status.value());
    String title = known == null ? "Error" : known.getReasonPhrase();
    String trace = TraceId.current().orElse(null);
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    if (status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      answer.header("Retry-After", Outage.RETRY_AFTER);
    }
    return answer
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(new Problems("about:blank", title, status.value(), detail, code, problems, trace));
  }

  private static ResponseEntity<Problems> unavailable(@Nullable String code) {
    return answer(
        HttpStatus.SERVICE_UNAVAILABLE,
        "the database or a disk does not answer at the moment; nothing that was acknowledged is"
            + " lost; try again, with the same Idempotency-Key if there was one",
        code,
        List.of());
  }

  private static <T> @Nullable T cause(Throwable thrown, Class<T> type) {
    Throwable at = thrown;
    while (at != null) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
      at = at.getCause();
    }
    return null;
  }
}
