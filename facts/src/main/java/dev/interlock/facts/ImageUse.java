package dev.interlock.facts;

import dev.interlock.facts.images.ImageWalk;
import dev.interlock.finding.SourceRef;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A container image that a resource brings in.
 *
 * @param reference as it is written: {@code registry/name:tag@sha256:…}
 * @param source where it is written
 * @param supporting it belongs to an init container, so it does not tell what the resource is
 */
public record ImageUse(String reference, SourceRef source, boolean supporting) {

  private static final Pattern PINNED = Pattern.compile("[^\\s@]+@(sha256:[0-9a-f]{64})");

  /** Every image a resource brings in, in the order in which they are written. */
  public static List<ImageUse> of(Resource resource) {
    return ImageWalk.over(resource);
  }

  /** The digest that the reference is pinned to; null when it is not pinned by SHA-256. */
  public @Nullable String digest() {
    Matcher matcher = PINNED.matcher(reference);
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** The last word of the repository, lower-case: {@code odoo} for {@code registry/erp/odoo:18}. */
  public String shortName() {
    String repository = reference.split("@", 2)[0];
    String last = repository.substring(repository.lastIndexOf('/') + 1);
    return last.split(":", 2)[0].toLowerCase(Locale.ROOT);
  }

  /** {@code registry/name:tag (file:line:column)}, without credentials. */
  @Override
  public String toString() {
    return Credentials.hidden(reference) + " (" + source + ")";
  }
}
