package dev.interlock.recovery.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.evidence.Surroundings.CertificateFile;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.Programs;
import dev.interlock.recovery.SavedAround;
import dev.interlock.recovery.SurroundingSources;
import dev.interlock.recovery.SurroundingSources.CertificateSource;
import dev.interlock.recovery.backup.SavedSurroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real certificates of OpenSSL and keytool are saved, and judged after they came back. */
@Tag("slow")
class CertificatesAreUsableTest {

  @TempDir private Path folder;

  private Authority authority;

  @BeforeEach
  void make() throws Exception {
    authority = Authority.in(folder);
  }

  private SavedAround saved(Path path, @Nullable String password) throws Exception {
    return SavedAround.of(folder, sources(path, password));
  }

  private static SurroundingSources sources(Path path, @Nullable String password) {
    return new SurroundingSources(
        List.of(), List.of(), List.of(new CertificateSource("certificates", path, password)));
  }

  private static Checked named(String name, List<Checked> checks) {
    return checks.stream().filter(it -> it.check().equals(name)).findFirst().orElseThrow();
  }

  private static void fails(String says, List<Checked> checks) {
    Checked found = named(CertificatesAreUsable.NAME, checks);
    assertThat(found.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(found.message()).contains(says);
  }

  @Test
  void every_form_comes_back_and_nothing_secret_is_told() throws Exception {
    authority
        .issue("erp", "rsa:2048", "issuer", 90)
        .issue("api", "ec", "issuer", 90)
        .issue("mqtt", "ed25519", "issuer", 90)
        .issue("old", "rsa:2048", "issuer", 90)
        .issue("closed", "rsa:2048", "issuer", 90)
        .issue("edi", "rsa:2048", "issuer", 90);
    authority.openssl("rsa", "-in", "old.key", "-traditional", "-out", "old.key");
    authority.openssl(
        "pkcs8",
        "-topk8",
        "-in",
        "closed.key",
        "-passout",
        "pass:" + Authority.PASSWORD,
        "-out",
        "closed.p8");
    Files.move(
        authority.made().resolve("closed.p8"),
        authority.made().resolve("closed.key"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    authority.openssl(
        "pkcs12",
        "-export",
        "-inkey",
        "edi.key",
        "-in",
        "edi.crt",
        "-certfile",
        "issuer.crt",
        "-passout",
        "pass:" + Authority.PASSWORD,
        "-out",
        "edi.p12");
    Programs.run(
        authority.made(),
        System.getProperty("java.home") + "/bin/keytool",
        "-importkeystore",
        "-srckeystore",
        "edi.p12",
        "-srcstorepass",
        Authority.PASSWORD,
        "-destkeystore",
        "edi.jks",
        "-deststoretype",
        "JKS",
        "-deststorepass",
        Authority.PASSWORD);
    authority.openssl("x509", "-in", "issuer.crt", "-outform", "DER", "-out", "issuer.der");
    Path path =
        authority.give(
            "erp.key",
            "erp.crt",
            "api.key",
            "api.crt",
            "mqtt.key",
            "mqtt.crt",
            "old.key",
            "old.crt",
            "closed.key",
            "closed.crt",
            "edi.p12",
            "edi.jks",
            "issuer.der",
            "root.crt");
    SavedAround saved = saved(path, Authority.PASSWORD);
    assertThat(saved.problems()).isEmpty();
    assertThat(saved.drill()).allMatch(it -> it.outcome() == Outcome.PASS);
    assertThat(saved.manifest().certificates().getFirst().files())
        .extracting(CertificateFile::keys)
        .containsExactly(0, 1, 0, 1, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0);
    assertThat(saved.manifest() + " " + saved.drill()).doesNotContain(Authority.PASSWORD);
  }

  @Test
  void keys_are_refused_without_a_key_to_seal_them_with() {
    assertThatThrownBy(() -> SavedSurroundings.requireSealed(sources(folder, null), false))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("only sealed");
  }

  @Test
  void a_key_of_another_certificate_is_named() throws Exception {
    authority.issue("erp", "rsa:2048", "issuer", 90).issue("other", "rsa:2048", "issuer", 90);
    Path path = authority.give("erp.crt", "issuer.crt");
    Files.copy(authority.made().resolve("other.key"), path.resolve("erp.key"));
    fails("a key in erp.key fits no certificate", saved(path, null).drill());
  }

  @Test
  void a_missing_issuer_is_named() throws Exception {
    authority.issue("erp", "ec", "issuer", 90);
    fails("the issuer of CN=erp", saved(authority.give("erp.crt", "erp.key"), null).drill());
  }

  @Test
  void what_has_run_out_or_does_soon_by_the_time_of_the_drill_is_named() throws Exception {
    authority.issue("erp", "ec", "issuer", 30);
    SavedAround saved = saved(authority.give("erp.crt", "erp.key", "issuer.crt"), null);
    Instant now = Instant.now();
    assertThat(last(saved, now).outcome()).isEqualTo(Outcome.PASS);
    assertThat(last(saved, now.plus(Duration.ofDays(20))).message()).contains("CN=erp runs out");
    assertThat(last(saved, now.plus(Duration.ofDays(31))).message()).contains("CN=erp ran out");
    assertThat(last(saved, now.minus(Duration.ofDays(1))).message()).contains("not valid before");
    assertThat(last(saved, now.plus(Duration.ofDays(20))).outcome()).isEqualTo(Outcome.FAIL);
  }

  private static Checked last(SavedAround saved, Instant now) {
    return named(CertificatesAreUsable.LAST, saved.drill(saved.manifest(), now));
  }

  @Test
  void a_file_that_is_cut_off_is_saved_as_it_is_and_named_then_and_in_the_drill() throws Exception {
    authority.issue("erp", "ec", "issuer", 90);
    Path path = authority.give("erp.crt", "erp.key", "issuer.crt");
    String whole = Files.readString(path.resolve("erp.key"));
    Files.writeString(path.resolve("erp.key"), whole.substring(0, whole.length() - 40));
    SavedAround saved = saved(path, null);
    assertThat(saved.problems()).singleElement().asString().contains("erp.key is cut off");
    fails("erp.key is cut off", saved.drill());
  }

  @Test
  void a_store_of_keys_with_another_password_is_named() throws Exception {
    authority.issue("edi", "rsa:2048", "issuer", 90);
    authority.openssl(
        "pkcs12",
        "-export",
        "-inkey",
        "edi.key",
        "-in",
        "edi.crt",
        "-passout",
        "pass:other",
        "-out",
        "edi.p12");
    SavedAround saved = saved(authority.give("edi.p12"), Authority.PASSWORD);
    assertThat(saved.problems()).singleElement().asString().contains("another password");
    fails("another password", saved.drill());
    fails("nobody told its password", saved(authority.give("edi.p12"), null).drill());
  }

  @Test
  void other_certificates_than_were_saved_and_missing_files_are_named() throws Exception {
    authority.issue("erp", "ec", "issuer", 90);
    SavedAround before = saved(authority.give("erp.crt", "erp.key", "issuer.crt"), null);
    authority.issue("erp", "ec", "issuer", 90).issue("more", "ec", "issuer", 90);
    SavedAround after = saved(authority.give("erp.crt", "erp.key", "issuer.crt", "more.crt"), null);
    List<Checked> found = before.drill(after.manifest(), Instant.now());
    fails("erp.crt holds other certificates or keys than were saved", found);
    fails("more.crt is missing", found);
  }

  @Test
  void a_damaged_part_is_named() throws Exception {
    SavedAround saved = saved(authority.give("root.crt"), null);
    saved.replace(".zip", new byte[] {1, 2, 3});
    fails("root.crt is missing", saved.drill());
  }
}
