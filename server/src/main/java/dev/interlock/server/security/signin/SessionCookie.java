package dev.interlock.server.security.signin;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie of a session. Over TLS its name begins with {@code __Host-}: browsers then take it
 * from this host alone, and never over a plain connection. Without TLS, as on one's own machine, it
 * has a plain name.
 */
public final class SessionCookie implements CookieSerializer {

  static final String PLAIN = "interlock";
  static final String SECURE = "__Host-interlock";

  /** How the numbers of sessions look; nothing else is worth asking the database for. */
  private static final Pattern NUMBER = Pattern.compile("[0-9a-f-]{36}");

  private final CookieSerializer plain = cookie(PLAIN, false);
  private final CookieSerializer secure = cookie(SECURE, true);

  @Override
  public void writeCookieValue(CookieValue value) {
    (value.getRequest().isSecure() ? secure : plain).writeCookieValue(value);
  }

  @Override
  public List<String> readCookieValues(jakarta.servlet.http.HttpServletRequest request) {
    return (request.isSecure() ? secure : plain)
        .readCookieValues(request).stream()
            .filter(number -> NUMBER.matcher(number).matches())
            .toList();
  }

  private static CookieSerializer cookie(String name, boolean secure) {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(name);
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(secure);
    cookie.setSameSite("Lax");
    return cookie;
  }
}
