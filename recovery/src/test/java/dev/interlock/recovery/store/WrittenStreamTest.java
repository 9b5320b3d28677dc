package dev.interlock.recovery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What one thread writes, another reads, all of it or not at all. */
class WrittenStreamTest {

  @Test
  void a_helper_of_the_writer_may_end_before_the_writer() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    try (WrittenStream stream =
        new WrittenStream(out -> {
          byAnother(() -> write(out, "one"));
          await(read);
          write(out, "two");
        })) {
      assertThat(stream.readNBytes(3)).isEqualTo("one".getBytes(StandardCharsets.UTF_8));
      Thread.ofPlatform().daemon().start(() -> later(read));
      assertThat(stream.readAllBytes()).isEqualTo("two".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void half_a_dump_is_none() throws Exception {
    try (WrittenStream stream =
        new WrittenStream(out -> {
          write(out, "one");
          throw new Fault("REC008", "the dump failed");
        })) {
      assertThatThrownBy(stream::readAllBytes).hasMessageContaining("the dump failed");
    }
  }

  private static void byAnother(Runnable work) {
    Thread another = Thread.ofPlatform().start(work);
    try {
      another.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** When the reader has long been waiting. */
  private static void later(CountDownLatch latch) {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    latch.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
