package dev.interlock.estate.checks;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Ed25519 public keys as SubjectPublicKeyInfo (RFC 8410, section 4). Looked at byte by byte,
 * because starting the platform's key factory costs a cold start more than all other checks.
 */
final class Ed25519Key {

  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  /** The points whose order divides 8, in every encoding, without the sign bit. */
  private static final Set<String> WEAK =
      Set.of(
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0100000000000000000000000000000000000000000000000000000000000000",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

  private Ed25519Key() {}

  /** The 32 bytes of the point, or empty when the text is no such key. */
  static Optional<byte[]> decode(String text) {
    StringBuilder base64 = new StringBuilder();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("-----"))
        .forEach(base64::append);
    try {
      byte[] der = Base64.getDecoder().decode(base64.toString());
      boolean right =
          der.length == PREFIX.length + 32
              && Arrays.equals(der, 0, PREFIX.length, PREFIX, 0, PREFIX.length);
      return right
          ? Optional.of(Arrays.copyOfRange(der, PREFIX.length, der.length))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** True for a point of small order, under which signatures prove nothing. */
  static boolean isWeak(byte[] point) {
    byte[] unsigned = point.clone();
    unsigned[31] &= 0x7f;
    return WEAK.contains(HexFormat.of().formatHex(unsigned));
  }
}
