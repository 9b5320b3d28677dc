package dev.interlock.ledger.json;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.Envelope.Signature;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON envelope of DSSE v1. */
public final class EnvelopeJson {

  private @Nullable String payloadType;
  private @Nullable Bytes payload;
  private @Nullable List<Signature> signatures;

  private EnvelopeJson() {}

  /** Reads an envelope. */
  public static Envelope read(byte[] utf8) {
    EnvelopeJson envelope = new EnvelopeJson();
    StrictJson.readObject(utf8, LedgerError.BAD_ENVELOPE, envelope::member);
    return new Envelope(
        required("payloadType", envelope.payloadType),
        required("payload", envelope.payload),
        required("signatures", envelope.signatures));
  }

  /** Writes an envelope. */
  public static Bytes write(Envelope envelope) {
    StringBuilder out = new StringBuilder(envelope.payload().length() * 4 / 3 + 512);
    out.append("{\"payloadType\":");
    JsonText.quote(out, envelope.payloadType());
    out.append(",\"payload\":\"").append(envelope.payload().base64()).append("\",\"signatures\":[");
    String separator = "";
    for (Signature signature : envelope.signatures()) {
      out.append(separator).append("{\"keyid\":");
      JsonText.quote(out, signature.keyId());
      out.append(",\"sig\":\"").append(signature.value().base64()).append("\"}");
      separator = ",";
    }
    return Bytes.utf8(out.append("]}").toString());
  }

  private void member(String name, StrictJson json) {
    switch (name) {
      case "payloadType" -> payloadType = json.string();
      case "payload" -> payload = base64(json);
      case "signatures" -> signatures = signatures(json);
      default -> json.skip();
    }
  }

  private static List<Signature> signatures(StrictJson json) {
    List<Signature> read = new ArrayList<>();
    json.array(element -> {
      if (read.size() == Envelope.MAX_SIGNATURES) {
        throw json.bad("more than " + Envelope.MAX_SIGNATURES + " signatures");
      }
      read.add(signature(element));
    });
    return read;
  }

  private static Signature signature(StrictJson json) {
    String[] keyId = {""};
    Bytes[] value = new Bytes[1];
    json.object((name, in) -> {
      switch (name) {
        case "keyid" -> keyId[0] = in.string();
        case "sig" -> value[0] = base64(in);
        default -> in.skip();
      }
    });
    return new Signature(keyId[0], required("sig", value[0]));
  }

  /** Standard and URL-safe alphabets, but not a mixture of both. */
  private static Bytes base64(StrictJson json) {
    String text = json.string();
    boolean urlSafe = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
    Base64.Decoder decoder = urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder();
    try {
      return Bytes.of(decoder.decode(text));
    } catch (IllegalArgumentException e) {
      throw json.bad("not base64: " + e.getMessage());
    }
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new LedgerException(LedgerError.BAD_ENVELOPE, "\"" + name + "\" is missing");
    }
    return value;
  }
}
