package dev.interlock.recovery.postgres.digest;

/**
 * A column whose values are told.
 *
 * @param binary its values may be large files: the server tells their digests instead
 */
record Column(String name, boolean binary) {

  String expression() {
    String quoted = quoted(name);
    return binary ? "sha256(" + quoted + ")" : quoted;
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
