package dev.interlock.server.security.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * An answer that isn't the one that was asked for, in words.
 *
 * @param status of HTTP
 * @param title short
 * @param detail what to do about it
 */
public record ErrorPage(int status, String title, String detail) {

  private static final int NOT_FOUND = 404;

  static ErrorPage of(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer known ? known : NOT_FOUND;
    Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
    boolean thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
    String said = message == null || thrown ? "" : message.toString();
    return new ErrorPage(code, title(code), ours(code, said) ? said : detail(code));
  }

  /** Only refusals bring a sentence that was written for people. */
  private static boolean ours(int code, String said) {
    return !said.isEmpty() && (code == 401 || code == 403);
  }

  private static String title(int code) {
    return switch (code) {
      case 400 -> "That request can't be understood";
      case 401 -> "Sign in first";
      case 403 -> "You may not do this";
      case NOT_FOUND -> "There is no such page";
      case 405 -> "That can't be done here";
      case 413 -> "That is too large";
      case 415 -> "That kind of content isn't read here";
      case 429 -> "Too many requests";
      case 503 -> "Interlock can't answer right now";
      default -> code < 500 ? "That request can't be answered" : "Something went wrong here";
    };
  }

  private static String detail(int code) {
    return switch (code) {
      case 401 -> "Sign in, or send a token that still counts.";
      case 403 -> "Your role does not allow this. Ask an administrator for it.";
      case NOT_FOUND -> "It may have moved, or you may not see it. Go back to the board.";
      case 429 -> "Wait a little, then try again.";
      case 503 -> "The database does not answer. Nothing you saved is lost. Try again in a minute.";
      default ->
          code < 500
              ? "Check what was sent and try again."
              : "It is in the server's log. Try again; if it stays, tell your administrator.";
    };
  }
}
