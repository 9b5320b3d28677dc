package dev.interlock.changes;

import dev.interlock.finding.SourceRef;

/**
 * A change as it was filed: its name, what it says, and the digest that approvals and checks refer
 * to.
 *
 * @param name from the document's metadata
 * @param change what it says
 * @param digest {@code sha256:…} over the change file and its manifests, see {@link ChangeDigest}
 * @param source where the document begins
 */
public record ChangeRequest(String name, Change change, String digest, SourceRef source) {}
