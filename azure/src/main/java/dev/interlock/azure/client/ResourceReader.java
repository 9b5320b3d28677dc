package dev.interlock.azure.client;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.exception.ManagementError;
import com.azure.core.management.exception.ManagementException;
import com.azure.core.management.http.policy.ArmChallengeAuthenticationPolicy;
import com.azure.core.util.Context;
import dev.interlock.azure.AzureAccess;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads single resources of Azure Resource Manager as they are, for which no small library of Azure
 * knows types. Signing in, retries and clouds are those of Azure's libraries.
 */
public final class ResourceReader {

  private static final int GOOD = 200;

  private final HttpPipeline pipeline;
  private final String endpoint;

  /**
   * Reads as somebody.
   *
   * @param firstPause before a failed question is asked again where Azure does not say
   */
  public ResourceReader(
      AzureAccess access, HttpClient http, TokenCredential credential, Duration firstPause) {
    AzureEnvironment cloud = Profiles.of(access).getEnvironment();
    this.endpoint = cloud.getResourceManagerEndpoint().replaceAll("/+$", "");
    this.pipeline =
        new HttpPipelineBuilder()
            .httpClient(http)
            .policies(
                new RequestIdPolicy(),
                new RetryPolicy(Retries.after(firstPause)),
                new ArmChallengeAuthenticationPolicy(
                    credential, cloud.getManagementEndpoint() + "/.default"))
            .build();
  }

  /**
   * A resource.
   *
   * @param resource its id, with the version of the interface as its query
   * @throws ManagementException when Azure answers anything else
   */
  public MappingNode get(String resource) {
    HttpRequest question = new HttpRequest(HttpMethod.GET, endpoint + resource);
    question.setHeader(HttpHeaderName.ACCEPT, "application/json");
    try (HttpResponse answer = pipeline.sendSync(question, Context.NONE)) {
      MappingNode body = body(answer);
      if (answer.getStatusCode() == GOOD) {
        return body;
      }
      throw refused(answer, body);
    }
  }

  /** Empty when it is no JSON: a gateway on the way answers in its own words. */
  private static MappingNode body(HttpResponse answer) {
    List<MappingNode> read = new ArrayList<>();
    DocumentReader.standard()
        .read(
            answer.getBodyAsBinaryData().toString(),
            "Azure",
            document -> {
              if (document.root() instanceof MappingNode mapping) {
                read.add(mapping);
              }
            });
    return read.isEmpty() ? new MappingNode(List.of(), 0, 0) : read.getFirst();
  }

  private static ManagementException refused(HttpResponse answer, MappingNode body) {
    MappingNode error = body.get("error") instanceof MappingNode told ? told : body;
    String code = Objects.requireNonNullElse(error.text("code"), "");
    String message = Objects.requireNonNullElse(error.text("message"), "no reason is told");
    return new ManagementException(message, answer, new ManagementError(code, message));
  }
}
