package dev.interlock.cli.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths as SARIF 2.1.0 wants them (section 3.4): URIs, relative where that is possible. */
final class SarifUri {

  private SarifUri() {}

  /** Relative to the directory when the file is below it, else an absolute file URI. */
  static String of(String file, Path directory) {
    try {
      Path absolute = directory.resolve(file).normalize();
      if (!absolute.startsWith(directory)) {
        return absolute.toUri().toString();
      }
      String relative = directory.relativize(absolute).toString().replace('\\', '/');
      return encode(relative);
    } catch (InvalidPathException _) {
      return encode(file);
    }
  }

  /** Percent-encodes; a colon in the first segment would read as a scheme, so {@code ./} leads. */
  private static String encode(String path) {
    try {
      String encoded = new URI(null, null, "/" + path, null).toASCIIString().substring(1);
      int colon = encoded.indexOf(':');
      int slash = encoded.indexOf('/');
      return colon >= 0 && (slash < 0 || colon < slash) ? "./" + encoded : encoded;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
