/** How every client of Azure is set up: where Azure is, and when a question is asked again. */
@NullMarked
package dev.interlock.azure.client;

import org.jspecify.annotations.NullMarked;
