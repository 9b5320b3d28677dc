/** What guardrails found on the changes in the queue, kept so that a long list is there at once. */
@NullMarked
package dev.interlock.server.findings;

import org.jspecify.annotations.NullMarked;
