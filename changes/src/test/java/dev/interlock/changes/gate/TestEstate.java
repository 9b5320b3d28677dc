package dev.interlock.changes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateLoader;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.finding.Diagnostic;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small estate of the gate's tests; keys are derived from their names. */
final class TestEstate {

  private static final Pattern KEY = Pattern.compile("\"\\{([a-z-]+)}\"");
  private static final Estate PLAIN = load(text -> text);

  private TestEstate() {}

  static Estate plain() {
    return PLAIN;
  }

  /** The estate with its text edited. */
  static Estate edited(UnaryOperator<String> edit) {
    return load(edit);
  }

  static SigningKey key(String name) {
    byte[] seed = new byte[32];
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, seed, 0, Math.min(bytes.length, seed.length));
    return SigningKey.ofSeed(seed);
  }

  private static Estate load(UnaryOperator<String> edit) {
    try (InputStream in = TestEstate.class.getResourceAsStream("/gate/estate.yaml")) {
      String plain = Bytes.of(in.readAllBytes()).utf8();
      String text = edit.apply(plain);
      Matcher keys = KEY.matcher(text);
      String whole =
          keys.replaceAll(m -> "\"" + key(m.group(1)).verificationKey().toBase64() + "\"");
      Path folder = Files.createTempDirectory("estate");
      Path file = Files.writeString(folder.resolve("estate.yaml"), whole);
      LoadedEstate loaded = new EstateLoader().load(folder);
      Files.delete(file);
      Files.delete(folder);
      assertThat(loaded.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
      return loaded.estate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
