package dev.interlock.facts.images;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a container image from other values of a setting that is called an image: pictures, disks,
 * addresses, switches.
 */
final class PlainReference {

  private static final String WORD = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
  private static final String HOST = "(?:[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]+)?/)?";
  private static final String VERSION = "(:\\w[\\w.-]{0,127})?(@[A-Za-z0-9+._:-]+)?";

  private static final Pattern REFERENCE =
      Pattern.compile("(" + HOST + WORD + "(?:/" + WORD + ")*)" + VERSION);

  /** What is put in when the container starts. */
  private static final Pattern INSERTED = Pattern.compile("\\$(?:\\(\\w+\\)|\\{\\w+})");

  private static final Pattern FILE =
      Pattern.compile(
          "(?i).*\\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|pdf"
              + "|iso|img|raw|qcow2|vmdk|vhdx?|ova|tar|t?gz|xz|zst|zip)");

  /** Longer than any name of an image with its tag and digest. */
  private static final int LONGEST = 1_000;

  private PlainReference() {}

  /** True when the text can hardly be anything but the name of an image. */
  static boolean is(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    Matcher matcher = REFERENCE.matcher(INSERTED.matcher(text).replaceAll("x1"));
    if (!matcher.matches()) {
      return false;
    }
    String name = matcher.group(1);
    if (matcher.group(2) != null || matcher.group(3) != null) {
      return name.chars().anyMatch(Character::isLetter);
    }
    return name.contains("/") && !FILE.matcher(name).matches();
  }
}
