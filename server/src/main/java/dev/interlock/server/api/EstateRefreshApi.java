package dev.interlock.server.api;

import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.server.estate.EstateSettings;
import dev.interlock.server.estate.EstateWatch;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Says that there is a newer estate: an operator or a pipeline, or the repository itself. */
@RestController
@RequestMapping("/api/v1/estate")
class EstateRefreshApi {

  private static final String ALGORITHM = "HmacSHA256";

  private final CurrentEstate estate;
  private final EstateWatch watch;
  private final String secret;

  EstateRefreshApi(CurrentEstate estate, EstateWatch watch, EstateSettings settings) {
    this.estate = estate;
    this.watch = watch;
    this.secret = settings.webhookSecret();
  }

  /** Looks at once, and says what is in force afterwards. */
  @PostMapping("/refresh")
  EstateApi.EstateView refresh() {
    estate.refresh();
    return EstateApi.view(estate);
  }

  /** The call of a repository, signed as GitHub does: HMAC-SHA256 over the body. */
  @PostMapping("/webhook")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void webhook(
      @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signature,
      @RequestBody(required = false) byte @Nullable [] body) {
    if (secret.isEmpty() || signature == null || !signed(body, signature)) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "the call is not signed as it must be");
    }
    watch.soon();
  }

  private boolean signed(byte @Nullable [] body, String signature) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      String expected =
          "sha256=" + HexFormat.of().formatHex(mac.doFinal(body == null ? new byte[0] : body));
      return MessageDigest.isEqual(
          expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
    }
  }
}
