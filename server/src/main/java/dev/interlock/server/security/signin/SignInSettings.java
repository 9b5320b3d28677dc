package dev.interlock.server.security.signin;

import dev.interlock.server.ServerCode;
import dev.interlock.server.security.AccountRole;
import dev.interlock.usecases.InputRejected;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in, from {@code INTERLOCK_OIDC_…}.
 *
 * @param issuer the identity provider's address; without one, people sign in here
 * @param clientId how the provider calls this server
 * @param clientSecret what this server proves itself with
 * @param scopes what is asked for
 * @param groupsClaim where the provider lists a person's groups
 * @param nameClaim by which name the estate knows a person's account there
 * @param plane how the estate calls the provider in a person's accounts
 * @param roles role to the groups that have it
 */
@ConfigurationProperties("interlock.oidc")
public record SignInSettings(
    @Nullable URI issuer,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @DefaultValue({"openid", "profile", "email"}) Set<String> scopes,
    @DefaultValue("groups") String groupsClaim,
    @DefaultValue("preferred_username") String nameClaim,
    @DefaultValue("entra") String plane,
    @DefaultValue Map<String, List<String>> roles) {

  /** Refuses settings with which nobody could sign in. */
  public SignInSettings {
    roles.keySet().stream()
        .filter(word -> AccountRole.ofWord(word).isEmpty())
        .forEach(word -> {
          throw refused("INTERLOCK_OIDC_ROLES_" + word.toUpperCase(Locale.ROOT), "no such role");
        });
    boolean asked = issuer != null && !issuer.toString().isEmpty();
    if (asked && (clientId == null || clientSecret == null || roles.isEmpty())) {
      throw refused(
          "INTERLOCK_OIDC_ISSUER",
          "needs INTERLOCK_OIDC_CLIENT_ID, INTERLOCK_OIDC_CLIENT_SECRET and at least one"
              + " INTERLOCK_OIDC_ROLES_… too");
    }
  }

  private static InputRejected refused(String setting, String why) {
    return new InputRejected(
        ServerCode.SIGN_IN_SETTINGS.code(), setting, why, "see docs/guide/sign-in.md");
  }

  /** True when an identity provider answers for people. */
  public boolean oidc() {
    return issuer != null && !issuer.toString().isEmpty();
  }

  /** The provider's origin, such as {@code https://login.example}; empty without one. */
  public String origin() {
    return issuer == null || !oidc() ? "" : issuer.getScheme() + "://" + issuer.getRawAuthority();
  }

  /** The roles of somebody in these groups. */
  public Set<AccountRole> rolesOf(Set<String> groups) {
    Set<AccountRole> held = EnumSet.noneOf(AccountRole.class);
    roles.forEach((word, having) -> {
      if (having.stream().anyMatch(groups::contains)) {
        AccountRole.ofWord(word).ifPresent(held::add);
      }
    });
    return held;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "SignInSettings[" + issuer + ", " + clientId + "]";
  }
}
