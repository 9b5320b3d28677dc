package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ledger.crypto.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

  /** As {@code openssl genpkey -algorithm ed25519} writes it. */
  private static final String OPENSSL_PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
      -----END PRIVATE KEY-----
      """;

  @TempDir Path directory;

  /** RFC 8032, section 7.1, tests 1 to 3: seed, public key, message, signature. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void keys_and_signatures_are_those_of_rfc_8032(
      String seed, String publicKey, String message, String signature) {
    SigningKey key = SigningKey.ofSeed(Bytes.hex(seed).toArray());
    byte[] text = Bytes.hex(message).toArray();
    assertThat(Bytes.of(key.verificationKey().raw()).hex()).isEqualTo(publicKey);
    assertThat(Bytes.of(key.sign(text)).hex()).isEqualTo(signature);
    assertThat(key.verificationKey().verifies(text, Bytes.hex(signature).toArray())).isTrue();
  }

  @Test
  void every_changed_bit_of_signature_or_message_is_noticed() {
    byte[] message = "release 17.4 to plant north".getBytes(UTF_8);
    byte[] signature = Samples.KEY.sign(message);
    for (int bit = 0; bit < signature.length * 8; bit++) {
      byte[] changed = signature.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(Samples.PUBLIC.verifies(message, changed)).as("bit %d", bit).isFalse();
    }
    for (int bit = 0; bit < message.length * 8; bit++) {
      byte[] changed = message.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(Samples.PUBLIC.verifies(changed, signature)).as("bit %d", bit).isFalse();
    }
    assertThat(Samples.PUBLIC.verifies(message, new byte[0])).isFalse();
  }

  @Test
  void a_key_verifies_after_what_is_no_signature_as_before() {
    byte[] message = "release 17.4 to plant north".getBytes(UTF_8);
    byte[] signature = Samples.KEY.sign(message);
    byte[] beyondTheOrder = signature.clone();
    Arrays.fill(beyondTheOrder, 32, 64, (byte) 0xFF);
    byte[] offTheCurve = signature.clone();
    Arrays.fill(offTheCurve, 0, 32, (byte) 0xFF);
    for (byte[] malformed : List.of(beyondTheOrder, offTheCurve)) {
      assertThat(Samples.PUBLIC.verifies(message, malformed)).isFalse();
      assertThat(Samples.PUBLIC.verifies(message, signature)).isTrue();
    }
  }

  @Test
  void several_threads_verify_with_one_key() throws Exception {
    VerificationKey key = VerificationKey.parse(Samples.PUBLIC.toBase64());
    Callable<Boolean> each =
        () -> {
          boolean right = true;
          for (int i = 0; i < 50; i++) {
            byte[] message = (Thread.currentThread().threadId() + " " + i).getBytes(UTF_8);
            byte[] signature = Samples.KEY.sign(message);
            right &= key.verifies(message, signature);
            message[0]++;
            right &= !key.verifies(message, signature);
          }
          return right;
        };
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> right : threads.invokeAll(List.of(each, each, each, each))) {
        assertThat(right.get()).isTrue();
      }
    }
  }

  @Test
  void public_key_is_read_in_every_form_it_is_written_in() {
    VerificationKey key = Samples.PUBLIC;
    assertThat(VerificationKey.parse(key.toPem())).isEqualTo(key);
    assertThat(VerificationKey.parse("\n" + key.toPem().replace("\n", "\r\n"))).isEqualTo(key);
    assertThat(VerificationKey.parse(key.toBase64() + "\n")).isEqualTo(key);
    assertThat(VerificationKey.parse(Base64.getEncoder().encodeToString(key.raw()))).isEqualTo(key);
  }

  @Test
  void id_is_the_hash_of_the_subject_public_key_info() throws Exception {
    byte[] spki = Base64.getDecoder().decode(Samples.PUBLIC.toBase64());
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(spki);
    assertThat(Samples.PUBLIC.id()).isEqualTo("SHA256:" + HexFormat.of().formatHex(hash));
    assertThat(Samples.KEY.id()).isEqualTo(Samples.PUBLIC.id());
  }

  @Test
  void private_key_of_openssl_is_read() {
    assertThat(Bytes.of(SigningKey.parse(OPENSSL_PRIVATE).verificationKey().raw()).hex())
        .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  }

  @Test
  void private_key_is_written_for_its_owner_only_and_never_overwritten() throws IOException {
    Path file = directory.resolve("ledger.key");
    SigningKey key = SigningKey.generate();
    key.writeTo(file);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(SigningKey.parse(Files.readString(file)).verificationKey())
        .isEqualTo(key.verificationKey());
    assertError(LedgerError.STORAGE_FAILED, () -> Samples.KEY.writeTo(file));
    assertThat(SigningKey.parse(Files.readString(file)).id()).isEqualTo(key.id());
  }

  @Test
  void private_key_never_shows_itself() {
    assertThat(Samples.KEY.toString()).isEqualTo("SigningKey[" + Samples.PUBLIC.id() + "]");
  }

  @Test
  void generated_keys_differ() {
    assertThat(SigningKey.generate().id()).isNotEqualTo(SigningKey.generate().id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "AAAA",
        "-----BEGIN PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\n????\n-----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE",
      })
  void unusable_public_key_is_refused(String text) {
    assertError(LedgerError.BAD_KEY, () -> VerificationKey.parse(text));
  }

  /**
   * Under these anybody can make a signature (RFC 8032 leaves refusing them to the application).
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"
      })
  void public_key_of_small_order_is_refused(String raw) {
    assertError(LedgerError.BAD_KEY, () -> VerificationKey.ofRaw(Bytes.hex(raw).toArray()));
  }

  @Test
  void unusable_private_key_is_refused_without_showing_it() {
    String secret = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, 4, 5, 6});
    for (String text :
        new String[] {"", secret, Pem.encode("PRIVATE KEY", new byte[] {1, 2, 3, 4, 5, 6})}) {
      assertError(LedgerError.BAD_KEY, () -> SigningKey.parse(text));
    }
    assertError(
        LedgerError.BAD_KEY,
        () -> SigningKey.parse("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n"));
    assertError(LedgerError.BAD_KEY, () -> SigningKey.ofSeed(new byte[31]));
    assertThat(catchMessage(secret)).doesNotContain(secret);
  }

  private static String catchMessage(String text) {
    try {
      return SigningKey.parse(text).id();
    } catch (LedgerException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
