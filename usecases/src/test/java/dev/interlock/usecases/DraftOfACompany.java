package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateLoader;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.finding.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A folder as a company has it, and the draft that is made from it. */
abstract class DraftOfACompany {

  static final String GUID = "11111111-2222-3333-4444-555555555555";

  @TempDir Path directory;

  final Path write(String name, String text) throws IOException {
    Path file = directory.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  final DraftedEstate draft(Asker asker) {
    return new DraftEstate(asker, "./interlock")
        .draft(List.of(directory.resolve("in").toString()), directory.resolve("out").toString());
  }

  final Estate estate() {
    LoadedEstate loaded = new EstateLoader().load(directory.resolve("out/estate"));
    assertThat(loaded.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
    return loaded.estate();
  }

  final String drafted(String file) throws IOException {
    return Files.readString(directory.resolve("out").resolve(file));
  }

  final void company() throws IOException {
    write(
        "accounts.json",
        "[{\"id\":\"%s\",\"name\":\"sub-erp-prod\",\"tenantId\":\"t\",\"isDefault\":true}]"
            .formatted(GUID));
    write(
        "resources.json",
        """
        [{"id": "/subscriptions/%s/resourceGroups/rg-erp-prod/providers/Microsoft.DBforPostgreSQL/flexibleServers/pg",
          "name": "pg", "type": "Microsoft.DBforPostgreSQL/flexibleServers", "location": "westeurope",
          "tags": {"owner": "erp@example.com", "plant": "North"},
          "properties": {"version": "16", "backup": {"backupRetentionDays": 21}}}]
        """
            .formatted(GUID));
    write(
        "manifests/odoo.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: odoo, namespace: erp-staging}
        spec: {template: {spec: {containers: [{name: odoo, image: "registry/odoo:18.0"}]}}}
        """);
    write("docker-compose.dev.yml", "services: {cache: {image: 'redis:7'}}\n");
    write("odoo.conf", "[options]\ndb_host = pg\nadmin_passwd = hunter2\n");
    write(
        "stock-count.ics",
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//example//EN
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20260101T000000Z
        DTSTART;VALUE=DATE:20261230
        SUMMARY:Stock count
        END:VEVENT
        END:VCALENDAR
        """
            .replace("\n", "\r\n"));
  }
}
