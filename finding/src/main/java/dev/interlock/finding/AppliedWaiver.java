package dev.interlock.finding;

import java.time.Instant;

/**
 * The waiver that covers a finding.
 *
 * @param name of the waiver in the estate
 * @param owner who answers for the exception
 * @param reason why it was granted
 * @param expires when it stops by itself
 */
public record AppliedWaiver(String name, String owner, String reason, Instant expires) {}
