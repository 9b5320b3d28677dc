package dev.interlock.server.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.server.estate.EstateSource.Checkout;
import dev.interlock.usecases.EstateInForce;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Something newer is looked for by itself, and nothing ends that. */
class EstateWatchTest {

  private static final Path ESTATE = dev.interlock.goldens.Checkout.samples().resolve("estate");

  @Test
  void it_goes_on_looking_after_a_failure() throws Exception {
    CountDownLatch looks = new CountDownLatch(4);
    CurrentEstate estate =
        estate(() -> {
          looks.countDown();
          if (looks.getCount() == 2) {
            throw new IllegalStateException("for once");
          }
          return new Checkout(ESTATE, "revision " + looks.getCount());
        });
    try (EstateWatch _ = new EstateWatch(estate, Duration.ofMillis(10))) {
      assertThat(looks.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void it_looks_at_once_when_it_is_told() throws Exception {
    CountDownLatch looks = new CountDownLatch(2);
    CurrentEstate estate =
        estate(() -> {
          looks.countDown();
          return new Checkout(ESTATE, "newer");
        });
    try (EstateWatch watch = new EstateWatch(estate, Duration.ofDays(1))) {
      watch.soon();
      assertThat(looks.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_newer_commit_of_the_same_content_is_the_revision_and_what_was_derived_stays() {
    AtomicInteger commits = new AtomicInteger();
    CurrentEstate estate =
        estate(() -> new Checkout(ESTATE, "commit " + commits.incrementAndGet()));
    EstateInForce before = estate.inForce();

    assertThat(estate.refresh()).isFalse();

    assertThat(before.revision()).isEqualTo("commit 1");
    assertThat(estate.inForce().revision()).isEqualTo("commit 2");
    assertThat(estate.state().revision()).isEqualTo("commit 2");
    assertThat(estate.inForce().windows("core-production"))
        .isSameAs(before.windows("core-production"));
  }

  private static CurrentEstate estate(Supplier<Checkout> newest) {
    CurrentEstate estate =
        new CurrentEstate(
            new EstateSource() {
              @Override
              public Checkout newest() {
                return newest.get();
              }

              @Override
              public String name() {
                return "a test";
              }
            },
            InstantSource.system());
    estate.refresh();
    return estate;
  }
}
