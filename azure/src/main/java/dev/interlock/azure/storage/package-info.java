/** Storage accounts, in our words. */
@NullMarked
package dev.interlock.azure.storage;

import org.jspecify.annotations.NullMarked;
