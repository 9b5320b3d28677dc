package dev.interlock.changes.gate;

import static dev.interlock.changes.gate.ContactCases.spoil;
import static dev.interlock.changes.gate.Scenario.hoursAgo;

import dev.interlock.evidence.Deployment;
import dev.interlock.evidence.TestRun;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The artifact was proven before: the contact in each of its states. */
class PromotionContactTest {

  static Stream<Arguments> cases() {
    String artifact = Scenario.ARTIFACT;
    return Stream.of(
        spoil(
            "not tested in staging",
            "unknown",
            "tested in staging",
            s -> s.without("tested-staging")),
        spoil(
            "not brought into test",
            "unknown",
            "brought into test",
            s -> s.without("deployed-test")),
        spoil(
            "another artifact",
            "unknown",
            "this artifact was tested in test",
            s -> s.with("artifact", "sha256:" + "b2".repeat(32))),
        spoil(
            "test failed",
            "open",
            "It failed smoke in staging",
            s ->
                s.put(
                    "tested-staging",
                    "pipeline",
                    Scenario.tested("staging", "smoke", false, hoursAgo(1)))),
        spoil(
            "another suite failed",
            "open",
            "It failed load in staging",
            s -> s.put("t", "pipeline", Scenario.tested("staging", "load", false, hoursAgo(99)))),
        spoil(
            "failed, then passed",
            "closed",
            "passed its tests",
            s -> s.put("t", "pipeline", Scenario.tested("staging", "smoke", false, hoursAgo(99)))),
        spoil(
            "passed, then failed",
            "open",
            "It failed smoke",
            s -> s.put("t", "pipeline", Scenario.tested("staging", "smoke", false, hoursAgo(1)))),
        spoil(
            "failed at the same instant",
            "open",
            "It failed smoke",
            s -> s.put("t", "pipeline", Scenario.tested("staging", "smoke", false, hoursAgo(47)))),
        spoil(
            "deployment failed",
            "open",
            "could not be brought into test",
            s -> s.put("d", "pipeline", Scenario.deployed("test", false, hoursAgo(1)))),
        spoil(
            "tested with a revoked key",
            "unknown",
            "old-pipeline was revoked at",
            s ->
                s.put(
                    "tested-staging",
                    "old-pipeline",
                    Scenario.tested("staging", "smoke", true, hoursAgo(1)))),
        spoil(
            "replaced since",
            "closed",
            "The same artifact was brought into staging and test and passed its tests there.",
            s ->
                s.put(
                    "d",
                    "pipeline",
                    new Deployment(
                        Scenario.OTHER_DIGEST, "staging", null, null, true, hoursAgo(1)))),
        spoil(
            "a person's word",
            "unknown",
            "may not sign evidence of kind test-run",
            s ->
                s.put(
                    "tested-staging",
                    "owner",
                    new TestRun(artifact, "staging", "smoke", true, hoursAgo(1)))),
        spoil("no artifact named", "unknown", "names no artifact", s -> s.with("artifact", null)),
        spoil(
            "first environment, no manifests",
            "unknown",
            "Nothing comes before test, but: The change names no manifests",
            s -> {
              s.with("environment", "test");
              s.findings = null;
            }),
        spoil(
            "nothing to promote",
            "closed",
            "of kind config brings in no artifact",
            s -> s.with("artifact", null).with("kind", "config")));
  }

  @ParameterizedTest
  @MethodSource
  void cases(String state, String says, ContactCases.Spoil spoil) {
    ContactCases.expect("promotion", state, says, spoil);
  }
}
