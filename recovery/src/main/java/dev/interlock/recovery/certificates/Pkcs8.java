package dev.interlock.recovery.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** Private keys in their older forms, wrapped into the form that Java reads (PKCS#8). */
final class Pkcs8 {

  private static final byte[] VERSION = HexFormat.of().parseHex("020100");
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int PARAMETERS = 0xA0;

  private Pkcs8() {}

  /** Of a key in PKCS#1. */
  static byte[] ofRsa(byte[] key) throws IOException {
    return tagged(SEQUENCE, VERSION, RSA, tagged(OCTETS, key));
  }

  /** Of a key in SEC 1 that names its curve. */
  static byte[] ofEc(byte[] key) throws IOException {
    byte[] algorithm = tagged(SEQUENCE, EC, curve(key));
    return tagged(SEQUENCE, VERSION, algorithm, tagged(OCTETS, key));
  }

  /** It comes third, after the version and the number. */
  private static byte[] curve(byte[] key) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(key);
    try {
      entered(in, SEQUENCE);
      skip(in);
      skip(in);
      int length = entered(in, PARAMETERS);
      return Arrays.copyOfRange(key, in.position(), in.position() + length);
    } catch (java.nio.BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("has a private key that is cut off", e);
    }
  }

  private static void skip(ByteBuffer in) throws IOException {
    int length = entered(in, in.get(in.position()) & 0xFF);
    in.position(in.position() + length);
  }

  private static int entered(ByteBuffer in, int tag) throws IOException {
    if ((in.get() & 0xFF) != tag) {
      throw new IOException("has a private key that does not name its curve");
    }
    int first = in.get() & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7F) && i < 3; i++) {
      length = (length << 8) | (in.get() & 0xFF);
    }
    return length;
  }

  private static byte[] tagged(int tag, byte[]... contents) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] it : contents) {
      content.write(it);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.size();
    if (length < 0x80) {
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    content.writeTo(out);
    return out.toByteArray();
  }
}
