/** A container of Azure Blob Storage as a store of backups. */
@NullMarked
package dev.interlock.recovery.blobstore;

import org.jspecify.annotations.NullMarked;
