package dev.interlock.testkit;

import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.evidence.Drill.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The weekly restore drills of the core platform in one autumn, at the moments at which its
 * schedule has them due: data grows and restores with it, one backup had lost files, and once files
 * came back one after another.
 */
final class CoreDrills {

  private static final String ENVIRONMENT = "core-production";
  private static final String KEY = "drill-runner";

  /** From the start until the first process worked, in minutes. */
  private static final List<Week> WEEKS =
      List.of(
          week("2026-09-09T23:44:20Z", 40),
          week("2026-09-16T23:44:20Z", 42),
          week("2026-09-23T23:44:20Z", 44),
          week("2026-09-30T23:44:20Z", 45),
          week("2026-10-07T23:44:20Z", 48),
          new Week(Instant.parse("2026-10-14T23:44:20Z"), 50, 21, 212, 4),
          week("2026-10-21T23:44:20Z", 52),
          week("2026-10-29T00:44:20Z", 54),
          new Week(Instant.parse("2026-11-06T00:44:20Z"), 112, 77, 0, 4),
          week("2026-11-12T00:44:20Z", 59),
          week("2026-11-19T00:44:20Z", 61));

  /** How much later each process worked, and whether it did without the files. */
  private static final Map<String, Integer> LATER =
      new TreeMap<>(
          Map.of(
              "group-reporting", 4,
              "invoicing-and-close", 3,
              "mrp", 1,
              "order-to-cash", 2,
              "procurement-edi", 2,
              "shop-floor-reporting", 0,
              "warehouse-execution", 1));

  private CoreDrills() {}

  /**
   * A drill.
   *
   * @param minutes from the start until the first process worked
   * @param files how many of these the files took
   * @param missing how many files were not in the backup
   * @param lost minutes of work that did not come back
   */
  private record Week(Instant begun, int minutes, int files, long missing, int lost) {

    Drill drill(int number) {
      List<Stage> stages = stages();
      Instant ended = begun;
      for (Stage stage : stages) {
        ended = ended.plus(stage.length());
      }
      return new Drill(
          ENVIRONMENT,
          backup(),
          missing == 0,
          measured(),
          begun,
          begun.minus(Duration.ofMinutes(lost)),
          begun,
          stages,
          new CoreChecks(number, missing, begun.minus(Duration.ofMinutes(lost))).all(),
          ended);
    }

    /** The base backup of the evening before, and the files of the same hour. */
    private String backup() {
      String day = begun.minus(Duration.ofHours(12)).toString().substring(0, 10);
      return "pgbackrest %s-220003F, filestore %sT22:00:00Z".formatted(day.replace("-", ""), day);
    }

    private List<Stage> stages() {
      int copied = minutes - files - 9;
      return List.of(
          stage("restore", Duration.ofMinutes(copied - 5L).plusSeconds(12)),
          stage("log", Duration.ofMinutes(3).plusSeconds(4)),
          stage("recover", Duration.ofMinutes(1).plusSeconds(48)),
          stage("files", Duration.ofMinutes(files).minusSeconds(9)),
          stage("verify", Duration.ofMinutes(6).plusSeconds(21)),
          stage("examine", Duration.ofMinutes(2).plusSeconds(2)),
          stage("neutralise", Duration.ofSeconds(9)),
          stage("probe", Duration.ofMinutes(4).plusSeconds(33)));
    }

    /** Whose files are gone does not work. */
    private List<Measured> measured() {
      List<Measured> all = new ArrayList<>();
      LATER.forEach((process, later) -> {
        if (missing == 0 || !process.equals("invoicing-and-close")) {
          all.add(
              new Measured(
                  process, Duration.ofMinutes((long) minutes + later), Duration.ofMinutes(lost)));
        }
      });
      return all;
    }
  }

  private static Stage stage(String name, Duration length) {
    return new Stage(name, length);
  }

  private static Week week(String begun, int minutes) {
    return new Week(Instant.parse(begun), minutes, minutes * 2 / 5, 0, 3);
  }

  static List<SampleFile> files() {
    List<SampleFile> files = new ArrayList<>();
    for (Week week : WEEKS) {
      Drill drill = week.drill(files.size());
      String day = drill.at().toString().substring(0, 10);
      files.add(new SampleFile("shared/drill-core-" + day + ".json", drill, KEY));
    }
    return files;
  }
}
