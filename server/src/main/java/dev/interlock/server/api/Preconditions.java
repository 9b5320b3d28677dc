package dev.interlock.server.api;

import dev.interlock.changes.RegisteredChange;
import dev.interlock.server.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What must hold before something is done. */
final class Preconditions {

  private Preconditions() {}

  /** The digest of the version that the caller has seen; 428 when the caller does not say. */
  static String digest(@Nullable String match) {
    if (match == null || match.isBlank() || match.strip().equals("*")) {
      throw new ResponseStatusException(
          HttpStatus.PRECONDITION_REQUIRED,
          "say which version you have seen: If-Match with the ETag of the change");
    }
    String tag = match.strip();
    return tag.startsWith("\"") && tag.endsWith("\"") && tag.length() > 1
        ? tag.substring(1, tag.length() - 1)
        : tag;
  }

  /** 403 when a token does not reach the change's environment. */
  static void requireReach(RegisteredChange change, SignedIn caller) {
    requireReach(change.version().environment(), caller);
  }

  /** The same for an environment. */
  static void requireReach(String environment, SignedIn caller) {
    if (!caller.reaches(environment)) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "this token does not reach " + environment);
    }
  }
}
