package dev.interlock.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.MappingNode;
import dev.interlock.finding.Diagnostic;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactReaderTest {

  private static final String POD =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: n}\n";
  private static final String VM =
      "{\"id\": \"/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/v\","
          + " \"name\": \"v\", \"type\": \"microsoft.compute/virtualMachines\"}";

  @TempDir Path directory;
  private final List<Resource> resources = new ArrayList<>();

  private Reading stdin(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return FactReader.standard(new ByteArrayInputStream(bytes)).read(List.of("-"), resources::add);
  }

  private Reading files(Path... paths) {
    List<String> names = List.of(paths).stream().map(Path::toString).toList();
    return FactReader.standard(new ByteArrayInputStream(new byte[0])).read(names, resources::add);
  }

  private Path write(String name, String text) throws IOException {
    Path path = directory.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private List<String> ids() {
    return resources.stream().map(Resource::id).toList();
  }

  private static List<String> codes(Reading reading) {
    return reading.diagnostics().stream().map(Diagnostic::code).toList();
  }

  @Test
  void rendered_helm_output_gives_one_resource_a_document() {
    Reading reading =
        stdin(
            "---\n# Source: odoo/templates/a.yaml\n"
                + POD
                + "---\n# Source: odoo/templates/b.yaml\n"
                + "---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: d\n");
    assertThat(reading).isInstanceOf(Reading.Complete.class);
    assertThat(ids()).containsExactly("n/Pod/p", "Deployment/d");
    assertThat(resources.get(1).type()).isEqualTo("apps/v1/Deployment");
    assertThat(resources.get(1).source("metadata.name").toString()).isEqualTo("-:12:9");
    assertThat(resources.get(1).source("spec.replicas").toString()).isEqualTo("-:9:1");
  }

  @Test
  void generated_names_end_in_a_star() {
    stdin("apiVersion: batch/v1\nkind: Job\nmetadata:\n  generateName: drill-\n");
    assertThat(ids()).containsExactly("Job/drill-*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"apiVersion\":\"v1\",\"items\":[POD],\"kind\":\"List\"}",
        "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"items\":[{\"metadata\":{\"name\":\"p\",\"namespace\":\"n\"}}]}",
        "{\"items\":[{\"metadata\":{\"name\":\"p\",\"namespace\":\"n\"}}],\"kind\":\"PodList\",\"apiVersion\":\"v1\"}",
        "[POD]",
        "{\"apiVersion\":\"v1\",\"items\":[{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[POD]}],\"kind\":\"List\"}"
      })
  void lists_of_all_kinds_give_their_elements(String text) {
    String pod =
        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\",\"namespace\":\"n\"}}";
    assertThat(stdin(text.replace("POD", pod)).diagnostics()).isEmpty();
    assertThat(ids()).containsExactly("n/Pod/p");
    assertThat(resources.getFirst().type()).isEqualTo("v1/Pod");
    assertThat(resources.getFirst().body().text("kind")).isEqualTo("Pod");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "VM",
        "[VM]",
        "{\"value\": [VM]}",
        "{\"count\": 1, \"data\": [VM], \"skip_token\": null}"
      })
  void azure_exports_of_all_shapes_give_their_resources(String text) {
    assertThat(stdin(text.replace("VM", VM)).diagnostics()).isEmpty();
    assertThat(resources).hasSize(1);
    assertThat(resources.getFirst().plane()).isEqualTo(Plane.AZURE);
    assertThat(resources.getFirst().type()).isEqualTo("microsoft.compute/virtualMachines");
    assertThat(resources.getFirst().name()).isEqualTo("v");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hello world                                              | FAC001",
        "a: 1                                                     | FAC001",
        "{\"apiVersion\":\"interlock.dev/v1\",\"kind\":\"Plant\",\"metadata\":{\"name\":\"x\"}} | FAC002",
        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{}} | FAC006",
        "{\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"x\"}}    | FAC007",
        "{\"services\":{\"odoo\":{\"image\":\"odoo:18\"}}}        | FAC011",
        "{\"data\":{\"columns\":[],\"rows\":[]}}                  | FAC010",
        "[]                                                       | FAC012",
        "{\"value\":[VM],\"nextLink\":\"https://x\"}              | FAC009",
        "[VM, {\"a\":1}]                                          | FAC008",
        "kind: {{ .Values.kind }}                                 | DOC007"
      })
  void what_is_no_fact_is_said(String text, String code) {
    assertThat(codes(stdin(text.replace("VM", VM)))).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploymentTemplate", "subscriptionDeploymentTemplate"})
  void a_template_with_comments_is_a_template_like_one_without(String schema) throws IOException {
    String text =
        "{\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/%s.json#\", %s\"resources\": []}"
            .formatted(schema, "%s");
    write("a.yaml", POD);
    write("b.json", text.formatted("/* apiVersion */ "));
    write("c.json", text.formatted(""));
    assertThat(files(directory).diagnostics()).isEmpty();
    for (String name : List.of("b.json", "c.json")) {
      assertThat(files(directory.resolve(name))).isInstanceOf(Reading.Complete.class);
    }
  }

  @Test
  void a_file_that_is_not_there_is_an_error() {
    Reading reading = files(directory.resolve("none.yaml"));
    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
    assertThat(reading.diagnostics().getFirst().message()).contains("no such file");
  }

  @Test
  void directories_are_read_in_the_order_of_names_and_other_files_counted() throws IOException {
    write("b/z.yaml", POD.replace("name: p", "name: z"));
    write("b/a.txt", POD.replace("name: p", "name: a"));
    write("c.json", VM);
    write("README.md", "apiVersion: v1\nkind: x: [\n");
    write("estate/plant.yaml", "apiVersion: interlock.dev/v1\nkind: Plant\nmetadata: {name: x}\n");
    write(".git/x.yaml", POD);
    Files.write(directory.resolve("logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1});
    Reading reading = files(directory);
    assertThat(reading.diagnostics()).isEmpty();
    assertThat(resources.stream().map(Resource::name)).containsExactly("a", "z", "v");
    assertThat(reading.skipped()).isEqualTo(3);
    assertThat(resources.get(1).file()).isEqualTo(directory + "/b/z.yaml");
  }

  @Test
  void rows_that_are_no_resources_leave_an_inventory_incomplete() throws IOException {
    write("a.json", "[" + VM + ", {\"name\": null, \"type\": \"x\"}]");
    for (Reading reading : List.of(files(directory), files(directory.resolve("a.json")))) {
      assertThat(reading).isInstanceOf(Reading.Partial.class);
      assertThat(codes(reading)).containsExactly("FAC008");
      assertThat(reading.diagnostics()).allMatch(Diagnostic::isError);
    }
  }

  @Test
  void an_inventory_without_a_single_good_row_is_no_file_of_another_kind() throws IOException {
    write("a.json", VM);
    write("b.json", "[" + VM.replace("\"type\"", "\"Type\"") + "]");
    write("c.json", "{\"scope\": \"/subscriptions/x\", \"list\": [1]}");
    Reading reading = files(directory);
    assertThat(codes(reading)).containsExactly("FAC008");
    assertThat(reading.diagnostics().getFirst().source().file()).endsWith("b.json");
    assertThat(reading.skipped()).isEqualTo(1);
  }

  @Test
  void a_file_whose_name_promises_data_is_reported_when_it_holds_none() throws IOException {
    write("a.yaml", POD);
    Files.write(directory.resolve("b.yaml"), new byte[] {'k', 'i', 0, 'n', 'd', 1});
    Files.write(directory.resolve("c.yaml.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    write("d.sql.gz", "a dump");
    Reading reading = files(directory);
    assertThat(reading).isInstanceOf(Reading.Partial.class);
    assertThat(reading.diagnostics())
        .extracting(d -> d.source().file())
        .containsExactly(directory + "/b.yaml", directory + "/c.yaml.gz");
    assertThat(reading.diagnostics()).allMatch(Diagnostic::isError);
    assertThat(reading.skipped()).isEqualTo(1);
  }

  @Test
  void a_list_without_items_is_empty() throws IOException {
    write("a.yaml", "apiVersion: v1\nkind: List\n");
    write("b.yaml", "apiVersion: v1\nkind: List\nitems: []\n");
    for (String name : List.of("a.yaml", "b.yaml")) {
      assertThat(files(directory.resolve(name)).diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("FAC012");
    }
  }

  @Test
  void a_broken_manifest_in_a_directory_is_a_problem() throws IOException {
    write("a.yaml", POD);
    write("b.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n\tname: x\n");
    Reading reading = files(directory);
    assertThat(reading).isInstanceOf(Reading.Partial.class);
    assertThat(codes(reading)).containsExactly("DOC006");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.yaml  | FAC007 | `kind: Deployment\nmetadata: {name: d}\nspec: {}\n`",
        "a.yaml  | FAC007 | `kind: Deployment\nspec: {}\n`",
        "a.yaml  | FAC007 | `apiversion: apps/v1\nkind: Deployment\nspec: {}\n`",
        "a.yaml  | FAC007 | `apiVersion: apps/v1\nKind: Deployment\nmetadata: {name: d}\n`",
        "a.yaml  | FAC006 | `apiVersion: apps/v1\nkind: Deployment\nspec: {}\n`",
        "a.yaml  | FAC006 | `apiVersion: v1\nkind: ConfigMap\ndata: {a: b}\n`",
        "a.yaml  | FAC006 | `apiVersion: v1\nkind: ServiceAccount\n`",
        "a.yaml  | FAC006 | `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nrules: []\n`",
        "a.json  | FAC007 | `{\"kind\": \"Deployment\", \"spec\": {}}`",
        "a.yaml  | DOC005 | `kind: Deployment\nspec: [\n`",
        "a.yml   | DOC005 | `a: [\n`",
        "a.json  | DOC005 | `[{\"a\": 1}, {\"b\":`",
        "a.jsonl | DOC005 | `{\"a\": 1}\n{\"b\":\n`",
        "a.json  | FAC008 | `[{\"name\": \"v\", \"type\": \"Microsoft.Compute/virtualMachines\"}]`",
        "a.json  | FAC008 | `{\"value\": [{\"type\": \"microsoft.sql/servers\"}]}`"
      })
  void what_may_be_a_resource_is_no_file_of_another_kind(String name, String code, String text)
      throws IOException {
    write(name, text.replace("\\n", "\n"));
    write("good.yaml", POD);
    for (Reading reading : List.of(files(directory), files(directory.resolve(name)))) {
      assertThat(reading).isNotInstanceOf(Reading.Complete.class);
      assertThat(reading.skipped()).isZero();
    }
    assertThat(codes(files(directory))).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: {tag: 1}\n",
        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n",
        "apiVersion: v1\nkind: Config\nclusters: []\n",
        "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: []\n",
        "apiVersion: v2\nname: odoo\n",
        "issuerRef:\n  kind: ClusterIssuer\n",
        "kind: pipeline\nname: build\n",
        "{\"name\": \"package\", \"type\": \"module\"}",
        "[{\"type\": \"Microsoft\", \"count\": 3}]",
        "# nothing\n",
        "emoji: !!python/name:material.extensions.emoji.twemoji\n",
        "password: !vault |\n  $ANSIBLE_VAULT\n",
        "a: 1\na: 2\n",
        "{\n  // comment\n  \"compilerOptions\": {\"strict\": true,},\n}\n",
        ""
      })
  void what_is_none_is_only_counted(String text) throws IOException {
    write("other.yaml", text);
    write("good.yaml", POD);
    Reading reading = files(directory);
    assertThat(reading).isInstanceOf(Reading.Complete.class);
    assertThat(reading.skipped()).isEqualTo(1);
  }

  @Test
  void a_directory_without_resources_is_no_success() throws IOException {
    write("README.md", "# nothing");
    assertThat(codes(files(directory))).containsExactly("FAC003");
  }

  @Test
  void links_in_a_circle_come_to_an_end() throws IOException {
    write("a/pod.yaml", POD);
    Files.createSymbolicLink(directory.resolve("a/up"), directory);
    Files.createSymbolicLink(directory.resolve("a/self"), directory.resolve("a/self"));
    Reading reading = files(directory);
    assertThat(resources).hasSize(1);
    assertThat(codes(reading)).containsExactly("FAC005");
  }

  @Test
  void pipes_in_a_directory_are_left_out() throws IOException, InterruptedException {
    write("a.yaml", POD);
    String pipe = directory.resolve("pipe").toString();
    int made = new ProcessBuilder("mkfifo", pipe).start().waitFor();
    org.junit.jupiter.api.Assumptions.assumeTrue(made == 0, "skipped: mkfifo absent");
    assertThat(codes(files(directory))).containsExactly("FAC005");
    assertThat(resources).hasSize(1);
  }

  @Test
  void a_list_that_holds_more_than_its_items_is_wrong() {
    String list = "apiVersion: example.com/v1\nkind: RunnerList\nspec: {image: evil}\n";

    Reading reading = stdin(list + "items: [{apiVersion: v1, kind: Pod, metadata: {name: p}}]\n");

    assertThat(codes(reading)).containsExactly("FAC013");
    assertThat(reading.diagnostics().getFirst().message()).contains("\"spec\" beside its list");
  }

  @Test
  void text_in_the_binary_data_of_a_config_map_is_text() {
    stdin(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: c}
        data: {a: b}
        binaryData: {odoo.conf: W29wdGlvbnNdCg==, logo: /9j/4A==}
        """);

    Resource map = resources.getFirst();
    assertThat(map.source("data.a")).hasToString("-:4:11");
    assertThat(map.source("data['odoo.conf']")).hasToString("-:5:25");
    assertThat(map.body().get("data"))
        .isInstanceOfSatisfying(
            MappingNode.class, data -> assertThat(data.text("odoo.conf")).isEqualTo("[options]\n"));
  }
}
