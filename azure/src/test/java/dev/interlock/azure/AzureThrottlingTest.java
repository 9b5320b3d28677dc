package dev.interlock.azure;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.interlock.azure.AskedAzure.ONE_SUBSCRIPTION;
import static dev.interlock.azure.AzureStandIn.RESOURCES;
import static dev.interlock.azure.AzureStandIn.asked;
import static dev.interlock.azure.AzureStandIn.askedFor;
import static dev.interlock.azure.AzureStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Azure is asked no faster than it wants to be. */
class AzureThrottlingTest {

  @TempDir private static Path folder;

  private AskedAzure azure;

  @BeforeEach
  void start() throws Exception {
    azure = new AskedAzure(folder);
  }

  @AfterEach
  void stop() {
    azure.close();
  }

  @Test
  void throttledQuestionsAreAskedAgainWhenAzureSays() throws Exception {
    azure.refusesOnce(
        json(Answers.error("RateLimiting", "Please provide below info when asking"))
            .withStatus(429)
            .withHeader("Retry-After", "1"),
        json(Answers.whole(Answers.disk("a"))));

    assertThat(azure.read(ONE_SUBSCRIPTION)).isEqualTo(1);

    List<LoggedRequest> asked = azure.server().findAll(postRequestedFor(urlPathEqualTo(RESOURCES)));
    assertThat(asked).hasSize(2);
    assertThat(asked.get(1).getLoggedDate().toInstant())
        .isAfterOrEqualTo(asked.get(0).getLoggedDate().toInstant().plusSeconds(1));
  }

  @Test
  void aQuotaThatIsUsedUpIsWaitedFor() throws Exception {
    azure.answers(
        asked("resources"),
        json(Answers.page(2, "token-1", Answers.disk("a")))
            .withHeader("x-ms-user-quota-remaining", "0")
            .withHeader("x-ms-user-quota-resets-after", "00:00:03"));
    azure.answers(
        askedFor("token-1"),
        json(Answers.page(2, null, Answers.disk("b")))
            .withHeader("x-ms-user-quota-remaining", "14")
            .withHeader("x-ms-user-quota-resets-after", "00:00:05"));

    assertThat(azure.read(ONE_SUBSCRIPTION)).isEqualTo(2);

    assertThat(azure.pauses()).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void throttlingWithoutATimeIsWaitedForUntilTheQuotaComesBack() throws Exception {
    azure.refusesOnce(
        json(Answers.error("RateLimiting", "later"))
            .withStatus(429)
            .withHeader("x-ms-user-quota-resets-after", "00:00:04"),
        json(Answers.whole()));

    assertThat(azure.read(ONE_SUBSCRIPTION)).isZero();

    assertThat(azure.pauses()).containsExactly(Duration.ofSeconds(4));
  }
}
