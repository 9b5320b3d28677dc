package dev.interlock.server.security.accounts;

import dev.interlock.server.security.AccountRole;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is kept.
 *
 * @param name permanent; for people of an identity provider {@code oidc:} and their subject there
 * @param login what the person types, or what the identity provider calls them
 * @param displayName for other people
 * @param person the Person of the estate, if somebody said so
 * @param roles what it may do
 * @param password hashed; null when an identity provider answers for the person
 * @param mustChange the password was given by somebody else
 * @param active may sign in
 * @param lastSignIn null before the first
 */
public record Account(
    String name,
    String login,
    String displayName,
    @Nullable String person,
    Set<AccountRole> roles,
    @Nullable String password,
    boolean mustChange,
    boolean active,
    @Nullable Instant lastSignIn) {

  /** What the names of accounts of an identity provider begin with. */
  public static final String OIDC = "oidc:";

  public Account {
    roles = Set.copyOf(roles);
  }

  /** True for an account that signs in here, with a password. */
  public boolean local() {
    return !name.startsWith(OIDC);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Account[" + name + ", " + roles + (active ? "" : ", not active") + "]";
  }
}
