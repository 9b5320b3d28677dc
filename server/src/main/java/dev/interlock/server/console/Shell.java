package dev.interlock.server.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param title of the page
 * @param current path of the entry of the navigation that is lit
 * @param organization whose estate it is
 * @param person who is signed in; null for nobody
 * @param at when the page was made, with zone
 * @param trouble why the newest estate is not in force; empty when it is
 * @param csrf what a form must carry to be believed; null when nothing can be sent
 */
public record Shell(
    String title,
    String current,
    String organization,
    @Nullable String person,
    String at,
    List<String> trouble,
    @Nullable Csrf csrf) {

  /** Every page that the navigation leads to. */
  public static final List<Link> LINKS =
      List.of(
          new Link("/", "Board"),
          new Link("/changes", "Changes"),
          new Link("/calendar", "Calendar"),
          new Link("/findings", "Findings"),
          new Link("/drills", "Drills"),
          new Link("/evidence", "Evidence"),
          new Link("/estate", "Estate"));

  public Shell {
    trouble = List.copyOf(trouble);
  }

  /** One entry of the navigation. */
  public record Link(String path, String word) {}

  /**
   * The token against forged requests.
   *
   * @param parameter name of the form field
   * @param header name of the header
   */
  public record Csrf(String parameter, String header, String token) {}
}
