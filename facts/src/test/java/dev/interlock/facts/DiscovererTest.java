package dev.interlock.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.facts.Discovered.CalendarFile;
import dev.interlock.facts.Discovered.ComposeService;
import dev.interlock.facts.Discovered.ManagementGroup;
import dev.interlock.facts.Discovered.OdooConfiguration;
import dev.interlock.facts.Discovered.Subscription;
import dev.interlock.finding.Diagnostic;
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

  private static final String VM =
      """
      {"id": "/subscriptions/%s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/v",
       "type": "Microsoft.Compute/virtualMachines", "name": "v"}\
      """
          .formatted(GUID);

  private static List<String> told(Reading reading) {
    return reading.diagnostics().stream()
        .map(d -> d.code() + " " + d.source().line() + " " + d.message())
        .toList();
  }

  @Test
  void rows_of_an_inventory_that_are_no_resources_are_told_one_by_one() throws IOException {
    Reading reading =
        discover(
            "r.json",
            "[%s,\n{\"name\": null, \"type\": \"x\"},\n{\"id\": 1, \"type\": \"a/b\"},\n\"vm\",\n%s]"
                .formatted(VM, VM.replace("\"type\"", "\"Type\"").replace('\n', ' ')));
    assertThat(reading).isInstanceOf(Reading.Complete.class);
    assertThat(told(reading))
        .containsExactly(
            "FAC008 3 this is left out, it is no resource: it has no id",
            "FAC008 4 this is left out, it is no resource: its id is no id of an Azure resource",
            "FAC008 5 this is left out, it is no resource: it is no object",
            "FAC008 6 this is left out, it is no resource: it has \"Type\" where type is meant");
    assertThat(reading.diagnostics())
        .noneMatch(Diagnostic::isError)
        .allMatch(d -> d.hint() != null);
    assertThat(resources).hasSize(1);
  }

  @Test
  void an_inventory_without_a_single_good_row_is_told_too() throws IOException {
    Reading reading = discover("r.json", "[%s]".formatted(VM.replace("\"type\"", "\"kind\"")));
    assertThat(told(reading))
        .containsExactly("FAC008 1 this is left out, it is no resource: it has no type");
  }

  @Test
  void of_many_rows_that_are_no_resources_the_rest_is_counted() throws IOException {
    Reading reading = discover("r.json", "[" + VM + ", {\"a\": 1}".repeat(130) + "]");
    assertThat(reading.diagnostics()).hasSize(21);
    assertThat(reading.diagnostics().getFirst().message()).contains("110 more");
  }

  @Test
  void other_data_in_a_folder_is_not_complained_about() throws IOException {
    write("package.json", "{\"name\": \"x\", \"type\": \"module\"}");
    write("values.yaml", "image: {tag: x}\nitems: [a, b]\n");
    assertThat(discover("list.json", "[{\"id\": 1}, 2]").diagnostics()).isEmpty();
  }

  @Test
  void objects_without_a_name_and_lists_in_lists_are_not_lost() throws IOException {
    write("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {}\n");
    Reading reading =
        discover(
            "b.yaml",
            """
            apiVersion: v1
            kind: List
            items:
              - apiVersion: v1
                kind: List
                items: [{apiVersion: v1, kind: Pod, metadata: {name: p}}]
            """);
    assertThat(told(reading)).containsExactly("FAC006 3 this Pod has no name");
    assertThat(resources).hasSize(1);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
