package dev.interlock.azure;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.interlock.azure.AskedAzure.ONE_SUBSCRIPTION;
import static dev.interlock.azure.AzureStandIn.RESOURCES;
import static dev.interlock.azure.AzureStandIn.asked;
import static dev.interlock.azure.AzureStandIn.askedFor;
import static dev.interlock.azure.AzureStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything or a fault: what Azure can answer that is not all there is. */
class AzureAnswersTest {

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

  /** The published pages are 6 of 386 rows: what is read of them is not all there is. */
  @Test
  void publishedPagesThatEndTooSoonAreAFault() throws Exception {
    String first = "eyAibm8iOiAibHVjayIsICJidXQiOiAibmljZSIsICJ0cnkiOiAiISIgfQ==";
    String second = "eyAibm8yIjogImx1Y2syIiwgImJ1dDIiOiAibmljZTIiLCAidHJ5MiI6ICIhIiB9";
    String last = Answers.page(386, null);
    azure.answers(asked("resources"), json(Answers.published("first-page")));
    azure.answers(askedFor(first), json(Answers.published("next-page")));
    azure.answers(askedFor(second), json(last));

    assertThatThrownBy(() -> azure.read(ONE_SUBSCRIPTION))
        .hasMessageContaining("counts 386 rows and gave 6");
    assertThat(azure.names()).containsSubsequence("TestAA", "TestRB", "AATest", "RBTest");
  }

  @ParameterizedTest
  @CsvSource({
    "401, ExpiredAuthenticationToken, AZR001",
    "403, AuthorizationFailed, AZR002",
    "400, InvalidQuery, AZR002",
    "404, NotFound, AZR002",
    "429, RateLimiting, AZR004",
    "500, InternalServerError, AZR006"
  })
  void whatAzureAnswersIsSaid(int status, String code, String ours) {
    azure.answers(
        post(urlPathEqualTo(RESOURCES)),
        json(Answers.error(code, "said by Azure")).withStatus(status));

    assertThatThrownBy(() -> azure.read(ONE_SUBSCRIPTION))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(ours))
        .message()
        .doesNotContain("a-token-of-a-test")
        .contains(status == 429 ? "asked to wait" : "said by Azure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"totalRecords\": 2, \"count\": 1, \"data\": [{\"id\": \"a\"}],"
            + " \"resultTruncated\": \"false\"}|counts 2 rows and gave 1",
        "{\"totalRecords\": 1, \"count\": 1, \"data\": [{\"id\": \"a\"}],"
            + " \"resultTruncated\": \"true\"}|cut its answer",
        "{\"totalRecords\": 1, \"count\": 1, \"data\": {\"columns\": [], \"rows\": []},"
            + " \"resultTruncated\": \"false\"}|no list of objects",
        "{\"totalRecords\": 1, \"count\": 1, \"data\": [\"a\"],"
            + " \"resultTruncated\": \"false\"}|a row that is no object"
      })
  void anAnswerThatIsNotAllThereIsIsAFault(String answer, String said) {
    azure.answers(asked("resources"), json(answer));

    assertThatThrownBy(() -> azure.read(ONE_SUBSCRIPTION))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo("AZR005"))
        .hasMessageContaining(said);
  }

  @Test
  void moreSubscriptionsThanOneAnswerCoversIsAFault() {
    azure.answers(
        asked("resources"),
        json(Answers.whole(Answers.disk("a")))
            .withHeader("x-ms-tenant-subscription-limit-hit", "true"));

    assertThatThrownBy(() -> azure.read(ONE_SUBSCRIPTION))
        .hasMessageContaining("more subscriptions");
  }

  @Test
  void theSamePageTwiceIsAFaultAndNoLoop() {
    azure.answers(asked("resources"), json(Answers.page(9, "token-1", Answers.disk("a"))));
    azure.answers(askedFor("token-1"), json(Answers.page(9, "token-1", Answers.disk("b"))));

    assertThatThrownBy(() -> azure.read(ONE_SUBSCRIPTION)).hasMessageContaining("same page twice");
  }

  @ParameterizedTest
  @CsvSource({"<html>a proxy</html>, AZR006", "{\"totalRecords\": , AZR006"})
  void whatIsNoAnswerOfAzureIsAFault(String answer, String ours) {
    azure.answers(asked("resources"), json(answer));

    assertThatThrownBy(() -> azure.read(ONE_SUBSCRIPTION))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(ours));
  }

  @Test
  void anAddressWhereNobodyAnswersIsSaid() {
    azure.close();

    assertThatThrownBy(() -> azure.read(ONE_SUBSCRIPTION))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo("AZR003"))
        .hasMessageContaining("cannot reach Azure at localhost");
  }
}
