package dev.interlock.guardrails.azurepolicy.model;

import dev.interlock.finding.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * What an assignment says to those who break it.
 *
 * @param referenceId of the one definition of an initiative that it is about; null for all
 */
public record NonComplianceMessage(
    String message, @Nullable String referenceId, SourceRef source) {}
