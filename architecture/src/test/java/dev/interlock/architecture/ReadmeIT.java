package dev.interlock.architecture;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README and the guides show is what happens, line by line. */
class ReadmeIT {

  @TempDir Path scratch;

  @Test
  void every_command_of_the_readme_prints_what_the_readme_says() throws Exception {
    new PageRun("README.md", scratch).holds();
  }

  @Test
  void the_guide_of_azure_policy_prints_what_it_says() throws Exception {
    new PageRun("docs/guide/azure-policy.md", scratch).holds();
  }

  @Test
  void the_guide_leads_a_newcomer_to_a_proven_go() throws Exception {
    Terminal.require();
    new PageRun("docs/guide/first-decision.md", scratch).holds();
  }
}
