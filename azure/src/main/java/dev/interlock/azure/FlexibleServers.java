package dev.interlock.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.management.Region;
import com.azure.resourcemanager.postgresqlflexibleserver.PostgreSqlManager;
import com.azure.resourcemanager.postgresqlflexibleserver.models.CreateMode;
import dev.interlock.azure.client.Failures;
import dev.interlock.azure.client.Profiles;
import dev.interlock.azure.client.Retries;
import dev.interlock.azure.postgres.ServerId;
import dev.interlock.azure.postgres.ServerWords;
import dev.interlock.azure.signin.SignIn;
import dev.interlock.finding.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The servers of Azure Database for PostgreSQL: what they can go back to, and new ones made of a
 * moment of the past. Resource provider Microsoft.DBforPostgreSQL, version 2022-12-01.
 */
public final class FlexibleServers {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);

  private final AzureAccess access;
  private final HttpClient http;
  private final TokenCredential credential;
  private final Duration firstPause;
  private final Duration betweenLooks;

  /** Asks with this access; nothing is sent before something is asked. */
  public static FlexibleServers of(AzureAccess access) {
    HttpClient http = new JdkHttpClientBuilder().build();
    return new FlexibleServers(access, http, SignIn.with(access, http), FIRST_PAUSE, BETWEEN_LOOKS);
  }

  /**
   * The same with other parts.
   *
   * @param betweenLooks whether a long operation has ended, where Azure does not say when to look
   */
  FlexibleServers(
      AzureAccess access,
      HttpClient http,
      TokenCredential credential,
      Duration firstPause,
      Duration betweenLooks) {
    this.access = access;
    this.http = http;
    this.credential = credential;
    this.firstPause = firstPause;
    this.betweenLooks = betweenLooks;
  }

  /** True for the resource id of a flexible server. */
  public static boolean isId(String id) {
    return ServerId.isOne(id);
  }

  /**
   * What a server is and can go back to.
   *
   * @param id its resource id
   * @throws Fault when Azure does not answer, or there is no such server
   */
  public FlexibleServer get(String id) {
    ServerId server = ServerId.of(id);
    return asked(() ->
        ServerWords.of(client(server).servers().getByResourceGroup(server.group(), server.name())));
  }

  /**
   * The servers of a resource group that has the one with this id.
   *
   * @throws Fault when Azure does not answer, or not with everything
   */
  public List<FlexibleServer> beside(String id) {
    ServerId server = ServerId.of(id);
    return asked(() ->
        client(server).servers().listByResourceGroup(server.group()).stream()
            .map(ServerWords::of)
            .toList());
  }

  /**
   * Makes a new server beside one, of what that one held at a moment, and waits until it is ready:
   * mostly for a quarter of an hour and longer. It inherits the network and the accounts.
   *
   * @param source resource id of the server to go back with
   * @param point the moment; Azure takes no fractions below a microsecond
   * @param name of the new server, new in all of Azure
   * @param tags of the new server
   * @throws Fault when it could not be made; then something may be left of it
   */
  public FlexibleServer restore(
      String source, Instant point, String name, Map<String, String> tags) {
    ServerId server = ServerId.of(source);
    return asked(() -> {
      PostgreSqlManager client = client(server);
      var like = client.servers().getByResourceGroup(server.group(), server.name());
      return ServerWords.of(
          client
              .servers()
              .define(name)
              .withRegion(Region.fromName(like.location()))
              .withExistingResourceGroup(server.group())
              .withTags(tags)
              .withCreateMode(CreateMode.POINT_IN_TIME_RESTORE)
              .withSourceServerResourceId(like.id())
              .withPointInTimeUtc(point.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
              .create());
    });
  }

  /**
   * Removes a server, and waits until it is gone; one that is gone already is no failure.
   *
   * @throws Fault when Azure refused or failed: then it is still there, and costs money
   */
  public void delete(String id) {
    ServerId server = ServerId.of(id);
    asked(() -> {
      client(server).servers().deleteByResourceGroup(server.group(), server.name());
      return id;
    });
  }

  private PostgreSqlManager client(ServerId server) {
    return PostgreSqlManager.configure()
        .withHttpClient(http)
        .withRetryOptions(Retries.after(firstPause))
        .withDefaultPollInterval(betweenLooks)
        .authenticate(credential, Profiles.of(access, server.subscription()));
  }

  private <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException failure) {
      throw Failures.fault(failure, access);
    }
  }
}
