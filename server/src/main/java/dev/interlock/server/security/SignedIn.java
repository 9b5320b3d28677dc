package dev.interlock.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking. A controller gets it as an argument.
 *
 * @param account the account's permanent name
 * @param login what the person types, or what the identity provider calls them
 * @param displayName for other people
 * @param person the Person of the estate, if one is known for the account
 * @param roles what the account may do
 * @param environments the environments a token is limited to; empty for all
 * @param token the token that was sent; null for a person in a browser
 * @param mustChangePassword nothing else is possible before
 */
public record SignedIn(
    String account,
    String login,
    String displayName,
    @Nullable String person,
    Set<AccountRole> roles,
    Set<String> environments,
    @Nullable UUID token,
    boolean mustChangePassword) {

  public SignedIn {
    EnumSet<AccountRole> held = EnumSet.noneOf(AccountRole.class);
    held.addAll(roles);
    roles = Collections.unmodifiableSet(held);
    environments = Collections.unmodifiableSet(new TreeSet<>(environments));
  }

  /** Who sent the request; empty when nobody is signed in. */
  public static Optional<SignedIn> of(HttpServletRequest request) {
    return RouteAccess.signedIn(request);
  }

  /** True when one of the roles is held. Whoever holds any role may read. */
  public boolean has(AccountRole role) {
    return role == AccountRole.VIEWER ? !roles.isEmpty() : roles.contains(role);
  }

  /** True when this reaches the environment: people reach all, tokens what they were made for. */
  public boolean reaches(String environment) {
    return environments.isEmpty() || environments.contains(environment);
  }

  /** As whom what they do is recorded: the person, or the account where nobody stands behind it. */
  public String author() {
    return person == null ? login : person;
  }

  /** True for a program with a token. */
  public boolean byToken() {
    return token != null;
  }
}
