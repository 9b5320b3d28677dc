package dev.interlock.server.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * Signs out at the identity provider too: whoever comes to the same browser next is not let in by
 * what the provider remembers. Where the provider offers no end of a session or is out of reach,
 * the session here has ended all the same.
 */
public final class ProviderSignOut extends OidcClientInitiatedLogoutSuccessHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderSignOut.class);
  private static final String PAGE = "/sign-in";

  /** At this provider; it sends the browser back to the page for signing in. */
  public ProviderSignOut(ClientRegistrationRepository provider) {
    super(provider);
    setPostLogoutRedirectUri("{baseUrl}" + PAGE);
    setDefaultTargetUrl(PAGE);
  }

  @Override
  protected String determineTargetUrl(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    try {
      return super.determineTargetUrl(request, response, authentication);
    } catch (RuntimeException e) {
      LOG.warn("the identity provider can't be asked to end a session: {}", e.getMessage());
      return PAGE;
    }
  }
}
