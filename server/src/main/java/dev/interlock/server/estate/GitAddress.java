package dev.interlock.server.estate;

import dev.interlock.server.ServerCode;
import dev.interlock.usecases.InputRejected;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an estate lies in Git: {@code URL}, {@code URL#BRANCH} or {@code URL#BRANCH:FOLDER}.
 *
 * @param url of the repository, without any password
 * @param branch empty for the one that the repository leads with
 * @param folder of the estate in the repository; empty for all of it
 */
public record GitAddress(String url, String branch, String folder) {

  private static final Pattern GIT =
      Pattern.compile("([a-z+]+)://.*|[^/\\\\:@]+@[^/\\\\:]+:.*", Pattern.DOTALL);
  private static final Pattern KNOWN = Pattern.compile("(https|ssh|file)://.+|[^/:@]+@[^/:]+:.+");
  private static final Pattern SECRET =
      Pattern.compile("[a-z+]+://[^/]*:[^/]*@.*|https://[^/]*@.*");
  private static final Pattern PARTS = Pattern.compile("([^#]+)(?:#([^:]*)(?::(.*))?)?");
  private static final Pattern BRANCH = Pattern.compile("(?!.*(\\.\\.|//|@\\{))[\\w.@/+-]*");

  /** True when the text is the address of a repository and no folder. */
  public static boolean is(String text) {
    return GIT.matcher(text).matches();
  }

  /**
   * Reads an address.
   *
   * @throws InputRejected when it can't be used; what may be a password is not repeated
   */
  public static GitAddress parse(String text) {
    if (SECRET.matcher(text).matches()) {
      throw wrong(
          "the address says who signs in",
          "leave that out; set INTERLOCK_ESTATE_USER and INTERLOCK_ESTATE_PASSWORD");
    }
    Matcher parts = PARTS.matcher(text);
    if (!KNOWN.matcher(text).matches() || !parts.matches()) {
      throw wrong(
          "this is no address that an estate is fetched from",
          "expected https://…, ssh://…, file://… or user@host:path, then #BRANCH:FOLDER if wanted");
    }
    GitAddress address =
        new GitAddress(
            parts.group(1), or(parts.group(2)), or(parts.group(3)).replaceAll("/+$", ""));
    address.check();
    return address;
  }

  private void check() {
    if (!BRANCH.matcher(branch).matches()) {
      throw wrong("\"" + branch + "\" is no name of a branch", "see git check-ref-format");
    }
    if (folder.startsWith("/") || Pattern.matches("(.*/)?\\.\\.?(/.*)?", folder)) {
      throw wrong(
          "\"" + folder + "\" is no folder in a repository", "expected one like erp/estate");
    }
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static InputRejected wrong(String message, String hint) {
    return new InputRejected(ServerCode.ESTATE_ADDRESS.code(), "--estate", message, hint);
  }

  /** As it was written. */
  @Override
  public String toString() {
    String where = folder.isEmpty() ? branch : branch + ":" + folder;
    return where.isEmpty() ? url : url + "#" + where;
  }
}
