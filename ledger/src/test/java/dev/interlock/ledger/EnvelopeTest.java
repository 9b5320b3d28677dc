package dev.interlock.ledger;

import static dev.interlock.ledger.FileLedgerTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

  private static final SigningKey NORTH = Samples.key("plant manager north");
  private static final SigningKey SOUTH = Samples.key("plant manager south");
  private static final Bytes HELLO = Bytes.utf8("hello world");
  private static final String TYPE = "http://example.com/HelloWorld";

  /** From the test vectors of the DSSE v1 protocol. */
  @Test
  void pre_authentication_encoding_is_that_of_the_specification() {
    assertThat(Envelope.preAuthentication(TYPE, HELLO.toArray()))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    assertThat(Envelope.preAuthentication("ä", new byte[0]))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("DSSEv1 2 ä 0 ");
  }

  @Test
  void what_is_written_is_read_back_and_its_signers_are_known() {
    Envelope envelope = Envelope.sign(TYPE, HELLO, NORTH, SOUTH);
    Envelope read = Envelope.parse(envelope.toJson().toArray());
    assertThat(read).isEqualTo(envelope);
    assertThat(read.payload()).isEqualTo(HELLO);
    VerificationKey stranger = Samples.key("stranger").verificationKey();
    VerificationKey north = NORTH.verificationKey();
    VerificationKey south = SOUTH.verificationKey();
    assertThat(read.signedBy(List.of(stranger, south, north))).containsExactly(south, north);
    assertThat(read.signedBy(stranger)).isFalse();
  }

  @Test
  void signature_counts_only_for_its_type_and_payload() {
    Envelope envelope = Envelope.sign(TYPE, HELLO, NORTH);
    Envelope otherType = new Envelope(TYPE + "!", HELLO, envelope.signatures());
    Envelope otherPayload = new Envelope(TYPE, Bytes.utf8("hello World"), envelope.signatures());
    assertThat(envelope.signedBy(NORTH.verificationKey())).isTrue();
    assertThat(otherType.signedBy(NORTH.verificationKey())).isFalse();
    assertThat(otherPayload.signedBy(NORTH.verificationKey())).isFalse();
  }

  @Test
  void key_id_is_only_a_hint() {
    Bytes signature = Envelope.sign(TYPE, HELLO, NORTH).signatures().getFirst().value();
    Envelope without = new Envelope(TYPE, HELLO, List.of(new Envelope.Signature("", signature)));
    Envelope lying =
        new Envelope(TYPE, HELLO, List.of(new Envelope.Signature(SOUTH.id(), signature)));
    List<VerificationKey> both = List.of(NORTH.verificationKey(), SOUTH.verificationKey());
    assertThat(without.signedBy(both)).containsExactly(NORTH.verificationKey());
    assertThat(lying.signedBy(both)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"url safe", "url safe without padding", "standard without padding"})
  void every_base64_alphabet_is_read(String form) {
    Bytes payload = Bytes.hex("fbeffffbefff00");
    byte[] json = Envelope.sign(TYPE, payload, NORTH).toJson().toArray();
    Base64.Encoder encoder = form.startsWith("url") ? Base64.getUrlEncoder() : Base64.getEncoder();
    String written =
        (form.endsWith("without padding") ? encoder.withoutPadding() : encoder)
            .encodeToString(payload.toArray());
    String changed = Bytes.of(json).utf8().replace(payload.base64(), written);
    assertThat(changed).contains("\"" + written + "\"");
    Envelope read = Envelope.parse(changed.getBytes(StandardCharsets.UTF_8));
    assertThat(read.signedBy(NORTH.verificationKey())).isTrue();
  }

  @Test
  void unknown_keys_are_ignored() {
    String json = Envelope.sign(TYPE, HELLO, NORTH).toJson().utf8();
    String extended = json.replace("{\"keyid\"", "{\"cert\":{\"a\":[1]},\"keyid\"");
    assertThat(Envelope.parse(extended.getBytes(StandardCharsets.UTF_8)).toJson().utf8())
        .isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}",
        "{\"payload\":\"\",\"payloadType\":\"x\",\"signatures\":[]}",
        "{\"payload\":\"\",\"payloadType\":\"x\",\"signatures\":[{}]}",
        "{\"payload\":\"\",\"payloadType\":1,\"signatures\":[{\"sig\":\"\"}]}",
        "{\"payload\":\"?\",\"payloadType\":\"x\",\"signatures\":[{\"sig\":\"\"}]}",
        "{\"payload\":\"+_\",\"payloadType\":\"x\",\"signatures\":[{\"sig\":\"\"}]}",
        "{\"payload\":\"\",\"payload\":\"\",\"payloadType\":\"x\",\"signatures\":[{\"sig\":\"\"}]}",
        "{\"payload\":\"\",\"payloadType\":\"\\ud800\",\"signatures\":[{\"sig\":\"\"}]}",
        "{\"payload\":\"\",\"payloadType\":\"x\",\"signatures\":[{\"sig\":\"\"}]} x",
        "{\"payload\":\"\",\"payloadType\":\"x\",\"signatures\":[{\"sig\":\"\"}],\"a\":[[[[[["
      })
  void malformed_envelope_is_refused(String json) {
    assertError(
        LedgerError.BAD_ENVELOPE, () -> Envelope.parse(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void hostile_sizes_are_refused() {
    byte[] deep = ("{\"a\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
    assertError(LedgerError.BAD_ENVELOPE, () -> Envelope.parse(deep));
    assertError(LedgerError.BAD_ENVELOPE, () -> Envelope.parse(new byte[(16 << 20) + 1]));
    assertError(LedgerError.BAD_ENVELOPE, () -> Envelope.parse(new byte[] {'{', '"', (byte) 0xc3}));
    String many = "{\"sig\":\"\"},".repeat(65);
    String json =
        "{\"payload\":\"\",\"payloadType\":\"x\",\"signatures\":["
            + many.substring(0, many.length() - 1)
            + "]}";
    assertError(
        LedgerError.BAD_ENVELOPE, () -> Envelope.parse(json.getBytes(StandardCharsets.UTF_8)));
  }
}
