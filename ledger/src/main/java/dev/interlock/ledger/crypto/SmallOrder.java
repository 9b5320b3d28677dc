package dev.interlock.ledger.crypto;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The points of Ed25519 whose order divides 8. Under such a public key a signature can be made
 * without any private key, so none of them may be trusted.
 */
public final class SmallOrder {

  private static final List<String> Y =
      List.of(
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0100000000000000000000000000000000000000000000000000000000000000",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

  private SmallOrder() {}

  /** True for each encoding of such a point, canonical or not, whatever the sign bit. */
  public static boolean contains(byte[] raw) {
    byte[] y = Arrays.copyOf(raw, raw.length);
    y[y.length - 1] &= 0x7f;
    return Y.contains(HexFormat.of().formatHex(y));
  }
}
