package dev.interlock.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.management.exception.ManagementException;
import dev.interlock.azure.client.Failures;
import dev.interlock.azure.client.ResourceReader;
import dev.interlock.azure.signin.SignIn;
import dev.interlock.azure.storage.AccountId;
import dev.interlock.azure.storage.ContainerWords;
import dev.interlock.azure.storage.LifecycleWords;
import dev.interlock.azure.storage.TaskWords;
import dev.interlock.document.MappingNode;
import dev.interlock.finding.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What storage accounts do by themselves: their lifecycle, and what their containers lock. Resource
 * provider Microsoft.Storage, version 2023-05-01.
 */
public final class StorageAccounts {

  private static final int NOT_FOUND = 404;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final String VERSION = "?api-version=2023-05-01";
  private static final String SERVICE = "/blobServices/default";

  private final AzureAccess access;
  private final ResourceReader reader;

  /** Asks with this access; nothing is sent before something is asked. */
  public static StorageAccounts of(AzureAccess access) {
    HttpClient http = new JdkHttpClientBuilder().build();
    return new StorageAccounts(access, http, SignIn.with(access, http), FIRST_PAUSE);
  }

  /**
   * The same with other parts.
   *
   * @param firstPause before a failed question is asked again where Azure does not say
   */
  StorageAccounts(
      AzureAccess access, HttpClient http, TokenCredential credential, Duration firstPause) {
    this.access = access;
    this.reader = new ResourceReader(access, http, credential, firstPause);
  }

  /** The name of the account that has this resource id; empty when it is no such id. */
  public static Optional<String> name(String id) {
    return AccountId.of(id).map(AccountId::name);
  }

  /**
   * What an account does with the blobs of a container.
   *
   * @param account its resource id
   * @param container name of the container
   * @throws Fault when Azure does not answer, refuses, or there is no such account or container
   */
  public StorageRules rules(String account, String container) {
    try {
      MappingNode service = reader.get(account + SERVICE + VERSION);
      MappingNode locks = reader.get(account + SERVICE + "/containers/" + container + VERSION);
      return ContainerWords.of(lifecycle(account), tasks(account, container), locks, service);
    } catch (RuntimeException failure) {
      throw Failures.fault(failure, access);
    }
  }

  /** Azure knows no policy of an account that never had one. */
  private LifecycleWords lifecycle(String account) {
    try {
      return LifecycleWords.of(reader.get(account + "/managementPolicies/default" + VERSION));
    } catch (ManagementException e) {
      if (e.getValue() != null && "ManagementPolicyNotFound".equals(e.getValue().getCode())) {
        return LifecycleWords.none();
      }
      throw e;
    }
  }

  /** Where Azure has no storage tasks there are none; another answer costs no other rule. */
  private List<String> tasks(String account, String container) {
    try {
      return TaskWords.of(reader.get(account + "/storageTaskAssignments" + VERSION), container);
    } catch (ManagementException e) {
      int status = e.getResponse() == null ? 0 : e.getResponse().getStatusCode();
      return status == NOT_FOUND
          ? List.of()
          : List.of("storage tasks, for which Azure answers " + status + ",");
    }
  }
}
