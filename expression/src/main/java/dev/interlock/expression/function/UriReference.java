package dev.interlock.expression.function;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A URI or a reference to one, by RFC 3986; what is absent is null. */
record UriReference(
    @Nullable String scheme,
    @Nullable String authority,
    String path,
    @Nullable String query,
    @Nullable String fragment) {

  /** The parts of a text, by appendix B. */
  static UriReference of(String text) {
    int hash = text.indexOf('#');
    String fragment = hash < 0 ? null : text.substring(hash + 1);
    String rest = hash < 0 ? text : text.substring(0, hash);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? null : rest.substring(mark + 1);
    rest = mark < 0 ? rest : rest.substring(0, mark);
    int colon = schemeEnd(rest);
    String scheme = colon < 0 ? null : rest.substring(0, colon);
    rest = rest.substring(colon + 1);
    if (!rest.startsWith("//")) {
      return new UriReference(scheme, null, rest, query, fragment);
    }
    int slash = rest.indexOf('/', 2);
    int end = slash < 0 ? rest.length() : slash;
    return new UriReference(scheme, rest.substring(2, end), rest.substring(end), query, fragment);
  }

  private static int schemeEnd(String text) {
    int i = 0;
    while (i < text.length() && isOfScheme(text.charAt(i), i)) {
      i++;
    }
    return i > 0 && i < text.length() && text.charAt(i) == ':' ? i : -1;
  }

  private static boolean isOfScheme(char c, int place) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (place > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'));
  }

  /** What a reference means where this is the base, by section 5.2. */
  UriReference resolve(UriReference other) {
    if (other.scheme != null) {
      return other.with(other.scheme, other.authority, dotless(other.path));
    }
    if (other.authority != null) {
      return other.with(scheme, other.authority, dotless(other.path));
    }
    if (other.path.isEmpty()) {
      String asked = other.query == null ? query : other.query;
      return new UriReference(scheme, authority, path, asked, other.fragment);
    }
    boolean absolute = other.path.startsWith("/");
    return other.with(scheme, authority, dotless(absolute ? other.path : merged(other.path)));
  }

  private UriReference with(
      @Nullable String newScheme, @Nullable String newAuthority, String newPath) {
    return new UriReference(newScheme, newAuthority, newPath, query, fragment);
  }

  private String merged(String relative) {
    return authority != null && path.isEmpty()
        ? "/" + relative
        : path.substring(0, path.lastIndexOf('/') + 1) + relative;
  }

  /** A path without {@code .} and {@code ..}. */
  private static String dotless(String path) {
    List<String> kept = new ArrayList<>();
    String[] segments = path.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      boolean up = segments[i].equals("..");
      boolean dots = up || segments[i].equals(".");
      if (up && !kept.isEmpty() && !(kept.size() == 1 && kept.getFirst().isEmpty())) {
        kept.removeLast();
      }
      if (!dots || last) {
        kept.add(dots ? "" : segments[i]);
      }
    }
    return String.join("/", kept);
  }

  @Override
  public String toString() {
    return (scheme == null ? "" : scheme + ":")
        + (authority == null ? "" : "//" + authority)
        + path
        + (query == null ? "" : "?" + query)
        + (fragment == null ? "" : "#" + fragment);
  }
}
