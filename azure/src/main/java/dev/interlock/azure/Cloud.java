package dev.interlock.azure;

import java.util.Locale;

/** One of Microsoft's clouds, which have nothing in common but the software. */
public enum Cloud {
  /** The worldwide one. */
  PUBLIC,
  /** Run by 21Vianet. */
  CHINA,
  /** For authorities of the United States. */
  US_GOVERNMENT;

  /** The word for it on a command line, such as {@code us-government}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
