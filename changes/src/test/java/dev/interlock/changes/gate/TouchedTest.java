package dev.interlock.changes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.changes.Contact;
import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Decision.Outcome;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.TierVerdict;
import dev.interlock.changes.Touched;
import dev.interlock.changes.Touches;
import dev.interlock.facts.FactReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the manifests show counts beside what the requester says. */
class TouchedTest {

  private static final String OTHER = "sha256:" + "b2".repeat(32);

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: %s}
      spec:
        template:
          spec:
            containers:
              - {name: main, image: "%s"}
      """;

  private static Touched touched(String manifest) {
    Touches touches = new Touches(TestEstate.plain(), "production");
    FactReader.standard(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)))
        .read(List.of("-"), touches::add);
    return touches.touched();
  }

  private static Scenario with(Touched touched) {
    Scenario scenario = new Scenario();
    scenario.findings =
        new ManifestFindings(List.of(), 12, List.of(), List.of(), touched, Scenario.JUDGED);
    return scenario;
  }

  private static Scenario bringing(String... images) {
    StringBuilder manifests = new StringBuilder();
    for (String image : images) {
      manifests.append("---\n").append(DEPLOYMENT.formatted("odoo", image));
    }
    return with(touched(manifests.toString()));
  }

  private static TierVerdict tier(Scenario scenario) {
    return scenario.gate().classify(scenario.change(), scenario.findings);
  }

  @Test
  void the_proven_artifact_goes() {
    Scenario scenario = bringing("acr.io/odoo:18@" + Scenario.ARTIFACT);

    assertThat(scenario.contact("promotion").state()).isEqualTo(State.CLOSED);
    assertThat(scenario.decide().outcome()).isEqualTo(Outcome.GO);
  }

  @Test
  void another_digest_in_the_manifest_is_not_the_artifact() {
    Contact contact = bringing("acr.io/odoo@" + OTHER).contact("promotion");

    assertThat(contact.state()).isEqualTo(State.UNKNOWN);
    assertThat(contact.reason())
        .contains("Image acr.io/odoo@" + OTHER + " (-:9:31) is none of the artifacts");
  }

  @Test
  void a_tag_can_be_anything() {
    Contact contact = bringing("acr.io/odoo:18").contact("promotion");

    assertThat(contact.state()).isEqualTo(State.UNKNOWN);
    assertThat(contact.reason()).contains("Image acr.io/odoo:18 (-:9:31) is not pinned");
  }

  @Test
  void a_second_image_is_proven_like_the_first() {
    Scenario scenario = bringing("acr.io/odoo@" + Scenario.ARTIFACT, "acr.io/proxy@" + OTHER);
    scenario.with("artifacts", "[\"" + OTHER + "\"]");

    Contact unproven = scenario.contact("promotion");
    for (String environment : List.of("test", "staging")) {
      scenario.put("d-" + environment, "pipeline", deployed(environment));
      scenario.put("t-" + environment, "pipeline", tested(environment, true));
    }
    Contact proven = scenario.contact("promotion");
    scenario.put("t-staging", "pipeline", tested("staging", false));

    assertThat(unproven.state()).isEqualTo(State.UNKNOWN);
    assertThat(unproven.reason()).contains("artifact sha256:b2b2b2b2b2b2 was brought into staging");
    assertThat(proven.state()).isEqualTo(State.CLOSED);
    assertThat(scenario.contact("promotion").reason())
        .isEqualTo("Artifact sha256:b2b2b2b2b2b2 failed smoke in staging.");
  }

  private static dev.interlock.evidence.Deployment deployed(String environment) {
    return new dev.interlock.evidence.Deployment(
        OTHER, environment, null, null, true, Scenario.hoursAgo(40));
  }

  private static dev.interlock.evidence.TestRun tested(String environment, boolean passed) {
    return new dev.interlock.evidence.TestRun(
        OTHER, environment, "smoke", passed, Scenario.hoursAgo(39));
  }

  @Test
  void an_image_needs_an_artifact_whatever_the_kind_says() {
    Contact contact =
        bringing("acr.io/odoo@" + Scenario.ARTIFACT)
            .with("kind", "config")
            .with("artifact", null)
            .contact("promotion");

    assertThat(contact.state()).isEqualTo(State.UNKNOWN);
    assertThat(contact.reason()).contains("The change names no artifact", "acr.io/odoo");
  }

  @Test
  void what_nobody_could_read_may_bring_in_anything() {
    Scenario scenario = new Scenario();
    scenario.findings =
        new ManifestFindings(
            List.of(),
            12,
            List.of("main.tf: no reader"),
            List.of(),
            Touched.NOTHING,
            Scenario.JUDGED);

    assertThat(scenario.contact("promotion").state()).isEqualTo(State.UNKNOWN);
    assertThat(scenario.with("kind", "config").with("artifact", null).contact("promotion").reason())
        .contains("main.tf: no reader");
  }

  @Test
  void a_pre_approved_template_does_not_cover_an_image() {
    Scenario scenario =
        bringing("acr.io/odoo@" + Scenario.ARTIFACT)
            .with("kind", "scaling")
            .with("template", "scale-workers");
    TierVerdict with = tier(scenario);
    scenario.findings =
        new ManifestFindings(List.of(), 12, List.of(), List.of(), Touched.NOTHING, Scenario.JUDGED);

    assertThat(tier(scenario).name()).isEqualTo("standard");
    assertThat(with.name()).isEqualTo("normal");
    assertThat(with.reasons().getFirst()).contains("bring in image acr.io/odoo");
    assertThat(with.reasons()).anyMatch(r -> r.startsWith("standard: "));
  }

  @Test
  void a_pre_approved_template_does_not_cover_what_nobody_can_read() {
    Scenario scenario = new Scenario().with("kind", "scaling").with("template", "scale-workers");
    scenario.findings =
        new ManifestFindings(
            List.of(),
            12,
            List.of("x.yaml:1:1: not known"),
            List.of(),
            Touched.NOTHING,
            Scenario.JUDGED);

    assertThat(tier(scenario).name()).isEqualTo("normal");
    assertThat(tier(scenario).reasons().getFirst()).contains("x.yaml:1:1: not known");
  }

  @Test
  void an_image_in_the_first_environment_is_one_that_the_change_names() {
    Scenario scenario = bringing("acr.io/odoo@" + OTHER).with("environment", "test");

    assertThat(scenario.contact("promotion").state()).isEqualTo(State.UNKNOWN);
    assertThat(scenario.contact("promotion").reason()).contains("is none of the artifacts");
  }

  @Test
  void services_that_are_seen_raise_the_tier_and_never_lower_it() {
    Touched database = touched(DEPLOYMENT.formatted("x", "acr.io/postgres@" + Scenario.ARTIFACT));
    Scenario hidden = with(database).with("kind", "version").with("services", "[mail]");
    Scenario said = new Scenario().with("kind", "version").with("services", "[database]");

    assertThat(tier(hidden).name()).isEqualTo("high");
    assertThat(tier(said).name()).isEqualTo("high");
    assertThat(tier(new Scenario().with("kind", "version").with("services", "[mail]")).name())
        .isEqualTo("normal");
  }

  @Test
  void the_way_back_covers_every_service_that_is_seen() {
    Scenario hidden =
        bringing("acr.io/odoo@" + Scenario.ARTIFACT)
            .with("services", "[mail]")
            .put("drill", "drills", Scenario.drill(Scenario.hoursAgo(240), "PT9H", "PT5M"));

    assertThat(hidden.contact("way-back").reason()).contains("Order to cash");
  }

  @Test
  void a_resource_tells_its_service_by_name_by_label_and_by_what_it_runs() {
    String named = DEPLOYMENT.formatted("core-mail", "acr.io/relay:1");
    String labelled =
        "apiVersion: v1\nkind: Service\nmetadata: {name: x, labels: {app: database}}\n";
    String scaled =
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: x}
        spec: {scaleTargetRef: {kind: Deployment, name: odoo}}
        """;
    String operated =
        "apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: {name: x}\nspec: {}\n";
    String zalando = "apiVersion: acid.zalan.do/v1\nkind: postgresql\nmetadata: {name: x}\n";
    String variant = DEPLOYMENT.formatted("x", "acr.io/postgresql-repmgr:17");
    String foreign = DEPLOYMENT.formatted("x", "acr.io/odoo-exporter:1");

    assertThat(touched(named).services()).containsOnlyKeys("mail");
    assertThat(touched(labelled).services()).containsOnlyKeys("database");
    assertThat(touched(scaled).services()).containsOnlyKeys("odoo");
    assertThat(touched(operated).services()).containsOnlyKeys("database");
    assertThat(touched(zalando).services()).containsOnlyKeys("database");
    assertThat(touched(variant).services()).containsOnlyKeys("database");
    assertThat(touched(foreign).services()).isEmpty();
    assertThat(touched(DEPLOYMENT.formatted("mail", "acr.io/postgres:17")).services())
        .as("a false name does not hide a database")
        .containsOnlyKeys("database", "mail");
  }
}
