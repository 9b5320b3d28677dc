/** Where backups lie: a folder, an object store, and sealing around either. */
@NullMarked
package dev.interlock.recovery.store;

import org.jspecify.annotations.NullMarked;
