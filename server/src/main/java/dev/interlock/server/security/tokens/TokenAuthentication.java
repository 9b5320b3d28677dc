package dev.interlock.server.security.tokens;

import dev.interlock.server.security.SignedIn;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that sent a token which counts. Lives for one request and is never stored. */
public final class TokenAuthentication extends AbstractAuthenticationToken {

  private final transient SignedIn signedIn;

  /** For this account with the roles of the token. */
  public TokenAuthentication(SignedIn signedIn) {
    super(List.of());
    this.signedIn = signedIn;
    super.setAuthenticated(true);
  }

  /** Who it is for. */
  public SignedIn signedIn() {
    return signedIn;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return signedIn.account();
  }
}
