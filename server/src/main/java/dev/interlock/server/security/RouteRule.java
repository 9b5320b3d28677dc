package dev.interlock.server.security;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Who may use a route.
 *
 * @param method {@code GET} …, or {@code ANY}
 * @param path which addresses
 * @param who the kind of caller
 * @param roles one of these is needed when {@code who} asks for roles; else empty
 * @param peopleOnly a token is refused
 */
public record RouteRule(
    String method, PathPattern path, Who who, Set<AccountRole> roles, boolean peopleOnly) {

  /** Stands for every method. */
  static final String ANY = "ANY";

  private static final Set<String> SAFE = Set.of("GET", "HEAD");

  public RouteRule {
    roles = Set.copyOf(roles);
  }

  /** The kind of caller. */
  public enum Who {
    /** Nobody need be signed in. */
    EVERYBODY,
    /** Every account, even without a role. */
    SIGNED_IN,
    /** Accounts with one of the roles. */
    ROLES
  }

  boolean covers(String asked, PathContainer address) {
    return (method.equals(ANY) || method.equals(asked)) && path.matches(address);
  }

  /** True when this account may. */
  public boolean admits(SignedIn account) {
    if (peopleOnly && account.byToken()) {
      return false;
    }
    return who != Who.ROLES || roles.stream().anyMatch(account::has);
  }

  /**
   * True when using it is kept: everything that changes something, and what needs more than
   * reading.
   */
  boolean kept() {
    return who == Who.ROLES && (!SAFE.contains(method) || !roles.contains(AccountRole.VIEWER));
  }

  /** The roles of the account that open the route. */
  Set<AccountRole> used(SignedIn account) {
    Set<AccountRole> used = EnumSet.noneOf(AccountRole.class);
    roles.stream().filter(account.roles()::contains).forEach(used::add);
    return used;
  }
}
