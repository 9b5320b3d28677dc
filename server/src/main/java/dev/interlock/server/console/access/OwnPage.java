package dev.interlock.server.console.access;

import dev.interlock.server.console.Shell;
import dev.interlock.server.security.SignedIn;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One's own account and its tokens.
 *
 * @param local the password is kept here and can be changed
 * @param environments of the estate, to limit a token to
 * @param secret a new token, shown this once
 * @param trouble why what was asked was not done
 */
public record OwnPage(
    Shell shell,
    SignedIn account,
    boolean local,
    List<Row> tokens,
    Collection<String> environments,
    @Nullable String secret,
    @Nullable String trouble) {

  /**
   * One token.
   *
   * @param state whether it counts, in words
   * @param lastUsed when, with zone; or that it never was
   */
  public record Row(
      String id,
      String label,
      String roles,
      String environments,
      String state,
      boolean counts,
      String lastUsed) {}
}
