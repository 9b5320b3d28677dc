package dev.interlock.recovery.neutral;

import java.util.List;

/** Sign-in through other systems: it tells them that somebody is at the copy. */
final class SignIn {

  static final Outlet OUTLET =
      new Outlet(
          "sign-in",
          "users can sign in through other systems",
          Measure.set("auth_oauth_provider", List.of("enabled"), "enabled = false", "enabled"),
          Measure.deactivate("auth_saml_provider"),
          Measure.set(
              "res_company_ldap",
              List.of("ldap_server"),
              "ldap_server = 'copy.invalid'",
              "ldap_server is distinct from 'copy.invalid'"));

  private SignIn() {}
}
