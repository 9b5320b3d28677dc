package dev.interlock.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers what pages may do. It stands before everything else and writes at once, so that
 * refusals and failures carry the headers too; whoever serves a file that may be kept says so
 * later, in place of {@code no-store}.
 */
public final class SecurityHeaders extends OncePerRequestFilter {

  private final List<HeaderWriter> writers;

  /**
   * Headers for this server.
   *
   * @param identityProvider where signing out may lead, such as {@code https://login.example};
   *     empty when people sign in here
   */
  public SecurityHeaders(String identityProvider) {
    this.writers =
        List.of(
            new ContentSecurityPolicyHeaderWriter(policy(identityProvider)),
            new ReferrerPolicyHeaderWriter(ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN),
            new XContentTypeOptionsHeaderWriter(),
            new PermissionsPolicyHeaderWriter(
                "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            new StaticHeadersWriter("X-Frame-Options", "DENY"),
            new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"),
            new StaticHeadersWriter("Cache-Control", "no-store"),
            new HstsHeaderWriter());
  }

  private static String policy(String identityProvider) {
    return "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; "
        + ("form-action 'self' " + identityProvider).strip();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    writers.forEach(writer -> writer.writeHeaders(request, response));
    rest.doFilter(request, response);
  }
}
