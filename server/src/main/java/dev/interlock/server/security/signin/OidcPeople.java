package dev.interlock.server.security.signin;

import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.accounts.Account;
import dev.interlock.server.security.accounts.Accounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Turns somebody whom the identity provider knows into an account with the roles of the groups. */
public final class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

  static final String NO_ROLE = "no_role";

  private static final String ACCOUNT = "interlock_account";

  private final OidcUserService provider = new OidcUserService();
  private final SignInSettings settings;
  private final Accounts accounts;

  /** Keeps people in these accounts. */
  public OidcPeople(SignInSettings settings, Accounts accounts) {
    this.settings = settings;
    this.accounts = accounts;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser user = provider.loadUser(request);
    Set<AccountRole> roles = settings.rolesOf(groups(user.getClaims().get(settings.groupsClaim())));
    String name = Account.OIDC + user.getSubject();
    boolean closed = accounts.find(name).filter(known -> !known.active()).isPresent();
    if (roles.isEmpty() || closed) {
      throw new OAuth2AuthenticationException(new OAuth2Error(NO_ROLE));
    }
    accounts.seen(account(user, name, roles));
    return named(user, name);
  }

  private Account account(OidcUser user, String name, Set<AccountRole> roles) {
    String login = text(user.getClaims().get(settings.nameClaim()), name);
    String display = text(user.getFullName(), login);
    return new Account(name, login, display, null, roles, null, false, true, null);
  }

  /** The session keeps as little as possible: who it is, and what signing out needs. */
  private static OidcUser named(OidcUser user, String name) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("sub", user.getSubject());
    claims.put(ACCOUNT, name);
    OidcIdToken whole = user.getIdToken();
    OidcIdToken token =
        new OidcIdToken(whole.getTokenValue(), whole.getIssuedAt(), whole.getExpiresAt(), claims);
    return new DefaultOidcUser(List.of(), token, ACCOUNT);
  }

  private static Set<String> groups(@Nullable Object claim) {
    Set<String> groups = new TreeSet<>();
    List<?> listed = claim instanceof List<?> many ? many : new ArrayList<>();
    listed.forEach(group -> groups.add(String.valueOf(group)));
    return groups;
  }

  private static String text(@Nullable Object claim, String otherwise) {
    return claim == null || claim.toString().isBlank() ? otherwise : claim.toString();
  }
}
