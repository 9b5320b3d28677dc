package dev.interlock.server.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

/** The session's cookie over TLS and without. */
class SessionCookieTest {

  private static final String SESSION = "c2Vzc2lvbg==";

  @Test
  void over_tls_it_belongs_to_this_host_alone() {
    assertThat(written(true))
        .startsWith("__Host-interlock=")
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Domain");
  }

  @Test
  void without_tls_it_has_a_plain_name() {
    assertThat(written(false)).startsWith("interlock=").doesNotContain("Secure", "Domain");
  }

  @Test
  void over_tls_a_cookie_that_came_without_is_not_believed() {
    MockHttpServletRequest request = request(true);
    request.setCookies(new Cookie(SessionCookie.PLAIN, SESSION));

    assertThat(new SessionCookie().readCookieValues(request)).isEmpty();
  }

  private static String written(boolean secure) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new SessionCookie().writeCookieValue(new CookieValue(request(secure), response, "session"));
    return String.valueOf(response.getHeader("Set-Cookie"));
  }

  private static MockHttpServletRequest request(boolean secure) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSecure(secure);
    return request;
  }
}
