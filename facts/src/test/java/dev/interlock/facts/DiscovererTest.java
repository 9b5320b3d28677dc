package dev.interlock.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.Discovered.CalendarFile;
import dev.interlock.facts.Discovered.ComposeService;
import dev.interlock.facts.Discovered.ManagementGroup;
import dev.interlock.facts.Discovered.OdooConfiguration;
import dev.interlock.facts.Discovered.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscovererTest {

  private static final String GUID = "11111111-2222-3333-4444-555555555555";

  @TempDir Path directory;
  private final List<Discovered> found = new ArrayList<>();
  private final List<Resource> resources = new ArrayList<>();

  private Reading discover(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
    return Discoverer.standard()
        .discover(List.of(directory.toString()), resources::add, found::add);
  }

  @Test
  void accounts_are_subscriptions() throws IOException {
    discover(
        "a.json",
        "[{\"id\": \"%s\", \"name\": \"erp-prod\", \"tenantId\": \"t\", \"isDefault\": true}]"
            .formatted(GUID));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst())
        .isInstanceOfSatisfying(
            Subscription.class,
            s -> {
              assertThat(s.id()).isEqualTo(GUID);
              assertThat(s.name()).isEqualTo("erp-prod");
            });
  }

  @Test
  void an_expanded_management_group_gives_the_tree_below_it() throws IOException {
    discover(
        "mg.json",
        """
        {"id": "/providers/Microsoft.Management/managementGroups/root", "name": "root",
         "displayName": "Root", "type": "Microsoft.Management/managementGroups",
         "children": [{"id": "/providers/Microsoft.Management/managementGroups/erp", "name": "erp",
           "displayName": "ERP", "type": "Microsoft.Management/managementGroups",
           "children": [{"id": "/subscriptions/%s", "name": "%s", "displayName": "prod",
             "type": "/subscriptions"}]}]}
        """
            .formatted(GUID, GUID));
    assertThat(found.stream().map(Object::getClass).map(Class::getSimpleName))
        .containsExactly("ManagementGroup", "ManagementGroup", "Subscription");
    assertThat(((ManagementGroup) found.get(1)).parent()).isEqualTo("root");
    assertThat(((Subscription) found.get(2)).managementGroup()).isEqualTo("erp");
    assertThat(((Subscription) found.get(2)).name()).isEqualTo("prod");
  }

  @Test
  void compose_services_are_found_whatever_their_notation() throws IOException {
    discover(
        "compose.yaml",
        """
        x-base: &base
          environment: [TZ=Europe/Vienna, PASSWORD=secret]
        services:
          odoo:
            <<: *base
            image: odoo:18.0
            depends_on: [db]
          db:
            image: postgres:17
            depends_on: {redis: {condition: service_started}}
        """);
    ComposeService odoo = (ComposeService) found.get(0);
    assertThat(odoo.image()).isEqualTo("odoo:18.0");
    assertThat(odoo.timeZone()).isEqualTo("Europe/Vienna");
    assertThat(odoo.dependsOn()).containsExactly("db");
    assertThat(((ComposeService) found.get(1)).dependsOn()).containsExactly("redis");
  }

  @Test
  void the_configuration_of_odoo_comes_without_its_secrets() throws IOException {
    discover(
        "odoo.conf",
        "; comment\n[options]\nadmin_passwd = x\ndb_password=y\nworkers = 4\n[other]\na = b\n");
    assertThat(((OdooConfiguration) found.getFirst()).options())
        .containsOnlyKeys("workers")
        .containsEntry("workers", "4");
  }

  @Test
  void calendars_tell_their_zone_and_what_they_are_about() throws IOException {
    discover(
        "stock.ics",
        """
        BEGIN:VCALENDAR
        X-WR-CALNAME:Stock count
        BEGIN:VEVENT
        DTSTART;TZID=Europe/Vienna:20261228T060000
        SUMMARY:Stock co
         unt
        END:VEVENT
        END:VCALENDAR
        """
            .replace("\n", "\r\n"));
    CalendarFile calendar = (CalendarFile) found.getFirst();
    assertThat(calendar.name()).isEqualTo("Stock count");
    assertThat(calendar.timeZone()).isEqualTo("Europe/Vienna");
    assertThat(calendar.summaries()).containsExactly("Stock count");
  }

  @Test
  void manifests_are_resources_and_broken_files_only_warnings() throws IOException {
    Files.writeString(directory.resolve("b.yaml"), "a: [");
    Reading reading = discover("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n");
    assertThat(reading).isInstanceOf(Reading.Complete.class);
    assertThat(reading.diagnostics()).hasSize(1);
    assertThat(resources).hasSize(1);
  }

  @Test
  void a_folder_that_is_not_there_is_an_error() {
    Reading reading =
        Discoverer.standard().discover(List.of("/none/at/all"), resources::add, found::add);
    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
  }
}
