package dev.interlock.recovery.certificates;

import dev.interlock.recovery.Programs;
import java.nio.file.Files;
import java.nio.file.Path;

/** Certificates made by OpenSSL in a folder. */
final class Authority {

  static final String PASSWORD = "s3cret-of-keys";

  private final Path folder;
  private final Path made;

  private Authority(Path folder, Path made) {
    this.folder = folder;
    this.made = made;
  }

  /** One with a root, an issuer below it, and nothing else yet. */
  static Authority in(Path folder) throws Exception {
    Programs.require("openssl");
    Authority authority =
        new Authority(folder, Files.createDirectories(folder.resolve("authority")));
    Files.writeString(authority.made.resolve("ca.ext"), "basicConstraints=critical,CA:TRUE\n");
    authority.key("root", "rsa:2048");
    authority.openssl(
        "req",
        "-x509",
        "-key",
        "root.key",
        "-subj",
        "/CN=Root of tests",
        "-days",
        "3650",
        "-out",
        "root.crt");
    authority.issue("issuer", "rsa:2048", "root", 3650, "-extfile", "ca.ext");
    return authority;
  }

  void key(String name, String kind) throws Exception {
    if (kind.startsWith("rsa")) {
      openssl("genpkey", "-algorithm", "RSA", "-out", name + ".key");
    } else if (kind.equals("ed25519")) {
      openssl("genpkey", "-algorithm", "ed25519", "-out", name + ".key");
    } else {
      openssl("ecparam", "-genkey", "-name", "prime256v1", "-noout", "-out", name + ".key");
    }
  }

  /** A key and a certificate for it that lasts so many days. */
  Authority issue(String name, String kind, String by, int days, String... more) throws Exception {
    key(name, kind);
    openssl("req", "-new", "-key", name + ".key", "-subj", "/CN=" + name, "-out", name + ".csr");
    String[] words = {
      "x509",
      "-req",
      "-in",
      name + ".csr",
      "-CA",
      by + ".crt",
      "-CAkey",
      by + ".key",
      "-CAcreateserial",
      "-days",
      Integer.toString(days),
      "-out",
      name + ".crt"
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    openssl(all);
    return this;
  }

  String openssl(String... words) throws Exception {
    String[] all = new String[words.length + 1];
    all[0] = "openssl";
    System.arraycopy(words, 0, all, 1, words.length);
    return Programs.run(made, all);
  }

  /** Puts what was made into the folder that is saved. */
  Path give(String... names) throws Exception {
    Path saved = Files.createDirectories(folder.resolve("saved"));
    for (String name : names) {
      Files.copy(
          made.resolve(name),
          saved.resolve(name),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    return saved;
  }

  Path made() {
    return made;
  }
}
