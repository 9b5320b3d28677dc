package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.EstateLoader;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.facts.DeploymentTarget;
import dev.interlock.guardrails.CheckContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTargetTest {

  private static final String ONE = "3f0d7c52-6a0e-4c1b-9a51-0c5a6f4e1002";
  private static final String OTHER = "3f0d7c52-6a0e-4c1b-9a51-0c5a6f4e1005";

  @TempDir private Path folder = Path.of("");

  @Test
  void a_template_goes_to_the_subscription_that_the_environment_names() throws IOException {
    assertThat(target("subscription: sub-one").subscription()).isEqualTo(ONE);
    assertThat(target("subscription: sub-two").subscription()).isEqualTo(OTHER);
  }

  @Test
  void its_id_is_as_good_as_its_name() throws IOException {
    assertThat(target("subscription: 3F0D7C52-6A0E-4C1B-9A51-0C5A6F4E1005").subscription())
        .isEqualTo(OTHER);
  }

  @Test
  void among_several_of_a_tier_nobody_chooses() throws IOException {
    assertThat(target("region: westeurope").subscription())
        .isEqualTo(DeploymentTarget.NO_SUBSCRIPTION);
  }

  @Test
  void a_template_goes_to_the_group_that_the_environment_names() throws IOException {
    assertThat(target("resourceGroup: rg-erp").resourceGroup()).isEqualTo("rg-erp");
    assertThat(target("region: westeurope").resourceGroup()).isEqualTo(DeploymentTarget.NO_GROUP);
  }

  @Test
  void what_is_told_wins() throws IOException {
    DeploymentTarget told =
        DeploymentTarget.UNNAMED.orTo("told").orInto("rg-told").orIn("northeurope");

    assertThat(target("{subscription: sub-one, resourceGroup: rg-erp}", told)).isEqualTo(told);
  }

  private DeploymentTarget target(String spec) throws IOException {
    return target("{" + spec + "}", DeploymentTarget.UNNAMED);
  }

  private DeploymentTarget target(String spec, DeploymentTarget told) throws IOException {
    String more = spec.substring(1, spec.length() - 1);
    String region = more.startsWith("region:") ? "" : "region: westeurope, ";
    Files.writeString(
        folder.resolve("estate.yaml"),
        """
        apiVersion: interlock.dev/v1
        kind: LandingZone
        metadata: {name: azure}
        spec:
          managementGroups: [{name: root}]
          subscriptions:
            - {name: sub-one, id: %s, managementGroup: root, tiers: [production]}
            - {name: sub-two, id: %s, managementGroup: root, tiers: [production]}
          allowedRegions: [westeurope]
        ---
        apiVersion: interlock.dev/v1
        kind: Environment
        metadata: {name: live}
        spec: {displayName: Live, tier: production, hosting: dedicated, %s%s}
        """
            .formatted(ONE, OTHER, region, more));
    LoadedEstate loaded = new EstateLoader().load(folder);
    return TemplateTarget.of(told, new CheckContext(loaded.estate(), "live"));
  }
}
