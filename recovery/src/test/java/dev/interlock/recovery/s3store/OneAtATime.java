package dev.interlock.recovery.s3store;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Asks one question after the other: S3 looks and writes in one step, S3Mock in two, between which
 * another writer may come.
 */
final class OneAtATime implements SdkHttpClient {

  private static final ReentrantLock TURN = new ReentrantLock();

  private final SdkHttpClient client;

  OneAtATime(SdkHttpClient client) {
    this.client = client;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = client.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        TURN.lock();
        try {
          return prepared.call();
        } finally {
          TURN.unlock();
        }
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
