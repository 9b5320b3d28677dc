package dev.interlock.cli.command;

import dev.interlock.cli.CliRun;
import dev.interlock.cli.remote.StubServer;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.FileLedger;
import dev.interlock.ledger.SigningKey;
import dev.interlock.recovery.StoredBackup;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * One command line for each command that is answered. {@code DIR} is a folder of the test's own,
 * {@code SAMPLES} the sample, {@code SERVER} a server that answers; an argument is marked with its
 * label.
 */
final class ValidCommands {

  private static final String ESTATE = "--estate=SAMPLES/estate";
  private static final String SERVER = "--server=SERVER";
  private static final String CHANGE = "CHANGE:SAMPLES/changes/traefik-upgrade.yaml";

  static final Map<String, List<String>> ALL =
      Map.ofEntries(
          Map.entry(
              "init",
              List.of("--from=SAMPLES/manifests/database", "--out=DIR/draft", "--no-questions")),
          Map.entry("check", List.of("PATH:SAMPLES/manifests/database", ESTATE)),
          Map.entry("gate", List.of(CHANGE, ESTATE, "--evidence=SAMPLES/evidence")),
          Map.entry(
              "approve",
              List.of(
                  CHANGE,
                  ESTATE,
                  "--person=plant-manager-pune",
                  "--role=plant-manager",
                  "--key=DIR/key",
                  "--out=DIR/answer.json")),
          Map.entry("changes new", List.of("NAME:a-change", ESTATE, "--out=DIR/a-change.yaml")),
          Map.entry("changes list", List.of(SERVER)),
          Map.entry("changes show", List.of("NAME:a", SERVER)),
          Map.entry("changes withdraw", List.of("NAME:a", SERVER, "--reason=superseded")),
          Map.entry("evidence send", List.of("FILE:DIR/cost.yaml", SERVER)),
          Map.entry("window next", List.of(ESTATE, "--environment=core-production")),
          Map.entry("risk explain", List.of(CHANGE, ESTATE)),
          Map.entry("expand", List.of("TEMPLATE:SAMPLES/templates/erp-platform.json")),
          Map.entry(
              "inventory azure", List.of("--credential=environment", "--output=DIR/now.json")),
          Map.entry("controls list", List.of()),
          Map.entry("controls show", List.of("NAME:azure-keyvault-network")),
          Map.entry("controls new", List.of("NAME:plants-are-named", "--out=DIR")),
          Map.entry(
              "policy eval",
              List.of(
                  "--definition=SAMPLES/policy-tests/https-only.json",
                  "--resource=SAMPLES/policy-tests/account.json")),
          Map.entry("policy test", List.of("PATH:SAMPLES/policy-tests")),
          Map.entry("policy list", List.of("PATH:SAMPLES/policy-tests")),
          Map.entry(
              "policy show", List.of("NAME:storage-https-only", "--policies=SAMPLES/policy-tests")),
          Map.entry("policy import", List.of("--from=SAMPLES/policy-tests", "--out=DIR/policies")),
          Map.entry("estate check", List.of("DIR:SAMPLES/estate")),
          Map.entry("estate schema", List.of("KIND:Plant")),
          Map.entry(
              "evidence keygen",
              List.of("--out=DIR/new.key", "--name=k", "--system=s", "--predicates=check")),
          Map.entry(
              "evidence sign",
              List.of("FILE:DIR/cost.yaml", "--kind=cost", "--key=DIR/key", "--out=DIR/cost.json")),
          Map.entry("backup keygen", List.of("--out=DIR/seal.key")),
          Map.entry("backup list", List.of("DIR:DIR/store", ESTATE)),
          Map.entry(
              "backup prune", List.of("DIR:DIR/store", ESTATE, "--environment=core-production")),
          Map.entry(
              "backup approve",
              List.of(
                  "DIR:DIR/store",
                  ESTATE,
                  "--environment=core-production",
                  "--person=head-of-it",
                  "--role=head-of-it",
                  "--key=DIR/key",
                  "--out=DIR/approval.json")),
          Map.entry(
              "backup hold",
              List.of(
                  "DIR:DIR/store",
                  "BACKUP:20261101T020000Z",
                  ESTATE,
                  "--environment=core-production",
                  "--reason=a case",
                  "--key=DIR/key",
                  "--out=DIR/held.json")),
          Map.entry(
              "backup release",
              List.of(
                  "DIR:DIR/store",
                  "BACKUP:20261101T020000Z",
                  ESTATE,
                  "--environment=core-production",
                  "--reason=closed",
                  "--key=DIR/key",
                  "--out=DIR/released.json")),
          Map.entry("backup status", List.of("DIR:DIR/store", ESTATE)),
          Map.entry(
              "backup run",
              List.of(
                  ESTATE,
                  "--environment=core-production",
                  "--database=postgresql://odoo@127.0.0.1:1/erp",
                  "--filestore=DIR/filestore",
                  "--to=DIR/store",
                  "--key=DIR/key")),
          Map.entry(
              "backup wal",
              List.of(
                  "PATH:DIR/filestore",
                  ESTATE,
                  "--environment=core-production",
                  "--to=DIR/store",
                  "--key=DIR/key")),
          Map.entry(
              "drill run",
              List.of(
                  ESTATE,
                  "--environment=core-production",
                  "--from=DIR/store",
                  "--key=DIR/key",
                  "--out=DIR/drill.json")),
          Map.entry(
              "drill azure",
              List.of(
                  ESTATE,
                  "--environment=core-production",
                  "--server=/subscriptions/3f0d7c52-6a0e-4c1b-9a51-0c5a6f4e1002/resourceGroups/erp"
                      + "/providers/Microsoft.DBforPostgreSQL/flexibleServers/erp-db",
                  "--database=postgresql://odoo@{server}/erp",
                  "--credential=environment",
                  "--key=DIR/key",
                  "--out=DIR/drill.json")),
          Map.entry("drill list", List.of("DIR:SAMPLES/evidence/shared", ESTATE)),
          Map.entry(
              "drill show",
              List.of("FILE:SAMPLES/evidence/shared/drill-core-2026-11-12.json", ESTATE)),
          Map.entry(
              "drill compare",
              List.of(
                  "BEFORE:SAMPLES/evidence/shared/drill-core-2026-11-06.json",
                  "AFTER:SAMPLES/evidence/shared/drill-core-2026-11-12.json",
                  ESTATE)),
          Map.entry(
              "drill export",
              List.of(
                  "FILE:SAMPLES/evidence/shared/drill-core-2026-11-12.json",
                  ESTATE,
                  "--key=DIR/key",
                  "--out=DIR/drill.zip")),
          Map.entry("recovery plan", List.of(ESTATE, "--environment=core-production")),
          Map.entry("recovery sheets", List.of(ESTATE, "--out=DIR/sheets")),
          Map.entry("recovery game-days", List.of("DIR:SAMPLES/evidence/shared", ESTATE)),
          Map.entry("evidence kinds", List.of()),
          Map.entry("evidence new", List.of("KIND:drill", ESTATE, "--out=DIR/drill.yaml")),
          Map.entry("evidence list", List.of("DIR:SAMPLES/evidence/traefik-upgrade", ESTATE)),
          Map.entry("ledger verify", List.of("FILE:DIR/l.ledger", "--key=DIR/key.pub")),
          Map.entry("ledger show", List.of("FILE:DIR/l.ledger", "--key=DIR/key.pub")),
          Map.entry("ledger export", List.of("FILE:DIR/l.ledger", "--key=DIR/key.pub")),
          Map.entry("up", List.of("--data=DIR/server")),
          Map.entry("generate-completion", List.of()));

  private static final String COST =
      """
      budget: core
      period: 2026-11
      spent: 8900.00 EUR
      at: 2026-11-18T19:00:00Z
      """;

  private static final String DETAIL =
      """
      {"change": {"name": "a", "title": "A", "kind": "module", "environment": "e", "version": 1,
        "requester": "r", "state": "filed", "digest": "sha256:00"},
       "document": "a.yaml", "files": {"a.yaml": "00"}, "timeline": []}
      """;

  private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);

  private ValidCommands() {}

  /** What a server answers to them. */
  static StubServer server() {
    return StubServer.start()
        .json("GET /changes", "{\"items\":[],\"next\":null,\"total\":0}")
        .json("GET /changes/a", DETAIL)
        .json("POST /changes/a/withdrawal", DETAIL)
        .json("POST /evidence", "{\"counts\":true}");
  }

  /** Puts into a folder what the commands read from it. */
  static void prepare(Path folder) throws IOException {
    Files.writeString(folder.resolve("file"), "nothing of interest\n");
    Files.createSymbolicLink(folder.resolve("link-to-folder"), folder);
    Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
    socket(folder.resolve("socket"));
    Files.createDirectory(folder.resolve("filestore"));
    StoredBackup.newFolder(folder.resolve("store"), InstantSource.fixed(CliRun.NOW));
    KEY.writeTo(folder.resolve("key"));
    Files.writeString(folder.resolve("key.pub"), KEY.verificationKey().toPem());
    Files.writeString(folder.resolve("cost.yaml"), COST);
    try (var ledger = open(folder.resolve("l.ledger"))) {
      ledger.append(Bytes.utf8("an entry"));
    }
  }

  /** Neither a file nor a folder; nobody listens, so that nothing waits for it. */
  private static void socket(Path file) throws IOException {
    try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(file));
    }
  }

  private static FileLedger open(Path file) {
    return FileLedger.open(file, "example.com/erp", KEY, InstantSource.fixed(CliRun.NOW));
  }
}
