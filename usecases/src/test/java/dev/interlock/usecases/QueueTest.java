package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.Judgement;
import dev.interlock.usecases.ListRegistered.Filter;
import dev.interlock.usecases.ListRegistered.Page;
import dev.interlock.usecases.ListRegistered.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The queue shows what the gate last said, and when it was asked. */
class QueueTest {

  private static final Instant AT = Instant.parse("2026-11-21T22:30:00Z");

  private final RegisteredSamples samples = new RegisteredSamples();
  private final ChangeBook book = samples.book();
  private final ListRegistered list = new ListRegistered(book);

  private int judge(Instant at) {
    return new RefreshJudgements(
            book, new DecideRegistered(book, "1.0", AsOf::named), InstantSource.fixed(at))
        .run(samples.estate(), 100);
  }

  private List<String> names(Filter filter) {
    return list.run(filter, null, 100).rows().stream().map(row -> row.change().name()).toList();
  }

  @Test
  void nothing_is_known_before_the_gate_was_asked() {
    Page page = list.run(Filter.all(), null, 100);
    assertThat(page.total()).isEqualTo(15);
    assertThat(page.rows()).allSatisfy(row -> assertThat(row.judged()).isNull());
    assertThat(names(new Filter(null, "unknown", null, null, null, null))).hasSize(15);
  }

  @Test
  void judgements_say_what_the_gate_says_and_when() {
    assertThat(judge(AT)).isEqualTo(15);
    Row row = find("manufacturing-release");
    Judgement judged = Objects.requireNonNull(row.judged());
    assertThat(judged.at()).isEqualTo(AT);
    assertThat(Objects.requireNonNull(judged.answer()).outcome()).isEqualTo("go");
    assertThat(names(new Filter("open", "go", "core-production", null, null, null)))
        .contains("manufacturing-release");
    assertThat(names(new Filter(null, null, null, null, "money:open", null)))
        .contains("reporting-cluster")
        .doesNotContain("manufacturing-release");
    assertThat(names(new Filter(null, null, null, null, "money", null)))
        .contains("reporting-cluster");
    assertThat(names(new Filter(null, null, null, null, null, "MANUFACTURING")))
        .contains("manufacturing-release");
  }

  @Test
  void only_what_may_have_turned_is_judged_again() {
    judge(AT);
    assertThat(judge(AT)).isZero();
    String digest = book.require("label-layout").version().digest();
    new WithdrawChange(book).run("label-layout", digest, "over", new Author("a", AT));
    var edited = samples.edited("carrier-labels", "reason:", "# edited\n  reason:");
    new SubmitChange(book)
        .revise(
            "carrier-labels",
            book.require("carrier-labels").version().digest(),
            edited,
            samples.estate(),
            new Author("a", AT));
    assertThat(find("carrier-labels").current()).isFalse();
    assertThat(judge(AT)).isEqualTo(1);
    assertThat(find("carrier-labels").current()).isTrue();
    assertThat(judge(AT.plus(Duration.ofDays(2)))).isEqualTo(14);
  }

  @Test
  void pages_follow_one_another_without_gap_or_overlap() {
    List<String> seen = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page page = list.run(Filter.all(), cursor, 4);
      page.rows().forEach(row -> seen.add(row.change().name()));
      cursor = page.next();
    } while (cursor != null);
    assertThat(seen).isEqualTo(names(Filter.all())).doesNotHaveDuplicates().hasSize(15);
    assertThatThrownBy(() -> list.run(Filter.all(), "elsewhere", 4))
        .isInstanceOf(InputRejected.class);
  }

  private Row find(String name) {
    return list.run(Filter.all(), null, 100).rows().stream()
        .filter(row -> row.change().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
