package dev.interlock.cli.remote;

import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Fault;
import dev.interlock.finding.SourceRef;
import dev.interlock.usecases.InputRejected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is none, as what it means here. What the user has to alter (the token, the change)
 * is bad input, exit code 2; what may pass by itself is a fault, exit code 3.
 */
final class Refusal {

  private final Reply reply;
  private final @Nullable Part problem;

  private Refusal(Reply reply) {
    this.reply = reply;
    this.problem = problem(reply);
  }

  static RuntimeException of(Reply reply) {
    return new Refusal(reply).thrown();
  }

  private RuntimeException thrown() {
    return switch (reply.status()) {
      case 401 ->
          input(
              RemoteCode.UNKNOWN_TOKEN,
              "the server does not know the token in INTERLOCK_TOKEN: it is mistyped, has expired or"
                  + " was revoked",
              "make another one under your account in the console");
      case 403 ->
          input(
              RemoteCode.NOT_ALLOWED,
              detail("the token may not do this"),
              problem == null || problem.textOrNull("code") == null
                  ? "your account in the console shows its roles and environments"
                  : null);
      case 404 -> input(RemoteCode.NOT_THERE, detail("there is nothing like that here"), null);
      case 413 -> input(RemoteCode.TOO_LARGE, detail("this is more than the server takes"), null);
      case 412, 428 ->
          input(
              RemoteCode.NOT_TAKEN,
              detail("the change is not the version that was seen any more"),
              "read it again, then repeat");
      case 400, 409, 422 -> refused();
      case 301, 302, 303, 307, 308 ->
          input(RemoteCode.BAD_ADDRESS, "the server sends elsewhere: " + elsewhere(), null);
      case 429 -> unavailable("the server has been asked too often; try again later");
      default ->
          reply.status() >= 500
              ? unavailable(detail("the server can't answer at the moment; try again"))
              : Json.notUnderstood(reply.server());
    };
  }

  private RuntimeException refused() {
    List<Part> all = problem == null ? List.of() : problem.parts("problems");
    return all.isEmpty()
        ? input(RemoteCode.NOT_TAKEN, detail("the server does not take this"), null)
        : new InputRejected(
            all.stream().map(each -> SentProblem.of(each, reply.to().names())).toList());
  }

  private InputRejected input(RemoteCode code, String message, @Nullable String hint) {
    return new InputRejected(
        List.of(
            Diagnostic.error(code(code), SourceRef.file(reply.server()), message).withHint(hint)));
  }

  private Fault unavailable(String message) {
    return new Fault(
        RemoteCode.UNAVAILABLE.code(),
        reply.server() + " answers " + reply.status() + ": " + message);
  }

  private String elsewhere() {
    return reply.response().headers().firstValue("Location").orElse("nobody knows where");
  }

  /** The server's own words, where it has some. */
  private String detail(String otherwise) {
    String detail = problem == null ? null : problem.textOrNull("detail");
    return detail == null || detail.isBlank() ? otherwise : detail;
  }

  private String code(RemoteCode otherwise) {
    String code = problem == null ? null : problem.textOrNull("code");
    return code == null || code.isBlank() ? otherwise.code() : code;
  }

  /** What stands between here and the server answers in other forms. */
  private static @Nullable Part problem(Reply reply) {
    String type = reply.response().headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("application/problem+json")) {
      return null;
    }
    try {
      return reply.json();
    } catch (Fault _) {
      return null;
    }
  }
}
