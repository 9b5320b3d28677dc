package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When a server restores the environment's newest backup for proof. */
@Doc("When a server restores the environment's newest backup for proof.")
public record DrillSchedule(
    @Doc(
            value =
                "How often, in whole days. On which of the days, and when in the hours, differs from environment to environment.",
            example = "P7D")
        Duration every,
    @Doc(value = "Begin of the hours in which a drill may start, local time.", example = "20:00")
        @Nullable LocalTime start,
    @Doc(
            value = "End of these hours; one that is not after the start lies on the next day.",
            example = "05:00")
        @Nullable LocalTime end,
    @Doc(
            value =
                "Time zone of the hours; that of the environment's first plant when absent, or the organisation's.",
            example = "Europe/Berlin")
        @Nullable ZoneId timeZone,
    @Doc("Which of the stores that the server knows holds its backups; main when absent.")
        @Nullable String store) {

  /** The store of whoever names none. */
  public static final String MAIN = "main";

  /** The store, named or not. */
  public String storeName() {
    return store == null ? MAIN : store;
  }
}
