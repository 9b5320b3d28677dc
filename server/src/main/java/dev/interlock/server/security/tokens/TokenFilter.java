package dev.interlock.server.security.tokens;

import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.CurrentAccess;
import dev.interlock.server.security.SignedIn;
import dev.interlock.server.security.accounts.Account;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows the program behind a token. A token that doesn't count is like none. */
public final class TokenFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final Tokens tokens;
  private final CurrentAccess access;

  /** Knows these tokens. */
  public TokenFilter(Tokens tokens, CurrentAccess access) {
    this.tokens = tokens;
    this.access = access;
  }

  /** True when the request carries a token of any kind. */
  public static boolean concerns(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    String secret = String.valueOf(request.getHeader("Authorization")).substring(SCHEME.length());
    Optional<SignedIn> program =
        secret.startsWith(TokenSecret.PREFIX)
            ? tokens.use(secret.strip()).flatMap(this::program)
            : Optional.empty();
    if (program.isPresent()) {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(new TokenAuthentication(program.get()));
      SecurityContextHolder.setContext(context);
    }
    rest.doFilter(request, response);
  }

  private Optional<SignedIn> program(ApiToken token) {
    return access
        .account(token.owner())
        .filter(owner -> !owner.mustChange())
        .map(owner -> signedIn(owner, token));
  }

  /** Never more than the owner may at this moment. */
  private SignedIn signedIn(Account owner, ApiToken token) {
    Set<AccountRole> roles = EnumSet.noneOf(AccountRole.class);
    token.roles().stream()
        .filter(role -> role == AccountRole.VIEWER || owner.roles().contains(role))
        .filter(_ -> !owner.roles().isEmpty())
        .forEach(roles::add);
    return new SignedIn(
        owner.name(),
        owner.login(),
        owner.displayName() + " (token " + token.label() + ")",
        access.person(owner).orElse(null),
        roles,
        token.environments(),
        token.id(),
        false);
  }
}
