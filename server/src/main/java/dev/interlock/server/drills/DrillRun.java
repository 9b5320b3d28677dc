package dev.interlock.server.drills;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One drill and its course.
 *
 * @param id permanent
 * @param environment whose backup is restored
 * @param planned when it was due by the schedule; null when somebody asked for it
 * @param askedBy who asked for it; null for the schedule
 * @param askedAt when it was asked for, or taken up
 * @param state where it stands
 * @param host that works or worked on it; null before
 * @param begun when work began; null before
 * @param ended when it ended, whatever the end; null before
 * @param progress how far it is, or was when it ended
 * @param evidence name of what it signed; null before, and when it signed nothing
 * @param note what whoever reads the result must know besides, in words
 */
public record DrillRun(
    UUID id,
    String environment,
    @Nullable Instant planned,
    @Nullable String askedBy,
    Instant askedAt,
    DrillState state,
    @Nullable String host,
    @Nullable Instant begun,
    @Nullable Instant ended,
    DrillProgress progress,
    @Nullable String evidence,
    String note) {}
