package dev.interlock.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import dev.interlock.azure.client.Failures;
import dev.interlock.azure.inventory.GraphClient;
import dev.interlock.azure.inventory.GraphPages;
import dev.interlock.azure.inventory.Pace;
import dev.interlock.azure.signin.SignIn;
import dev.interlock.document.MappingNode;
import dev.interlock.finding.Fault;
import java.time.Duration;
import java.util.function.Consumer;

/** Everything that Azure Resource Graph lists, row by row. */
public final class AzureInventory {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final AzureAccess access;
  private final Patience patience;
  private final HttpClient http;
  private final TokenCredential credential;
  private final Duration firstPause;

  /**
   * Asks with this access; nothing is sent before something is read.
   *
   * @param patience waits when Azure's quota is used up
   */
  public static AzureInventory of(AzureAccess access, Patience patience) {
    HttpClient http = new JdkHttpClientBuilder().build();
    return new AzureInventory(access, patience, http, SignIn.with(access, http), FIRST_PAUSE);
  }

  /**
   * The same with other parts.
   *
   * @param firstPause before a failed question is asked again where Azure does not say
   */
  AzureInventory(
      AzureAccess access,
      Patience patience,
      HttpClient http,
      TokenCredential credential,
      Duration firstPause) {
    this.access = access;
    this.patience = patience;
    this.http = http;
    this.credential = credential;
    this.firstPause = firstPause;
  }

  /**
   * Reads. Rows are as {@code az graph query} prints them, without what is empty; those of one
   * table come in the order of their ids.
   *
   * @param sink takes each row
   * @return how many there were
   * @throws Fault when nobody could sign in, Azure refused or failed, or did not give everything:
   *     what was handed over until then is not all there is
   */
  public long read(InventoryScope scope, Consumer<MappingNode> sink) {
    Pace pace = new Pace(patience);
    try {
      var client = new GraphClient(access, http, pace).as(credential, firstPause);
      return new GraphPages(client, pace, sink).of(scope);
    } catch (RuntimeException failure) {
      throw Failures.fault(failure, access);
    }
  }
}
