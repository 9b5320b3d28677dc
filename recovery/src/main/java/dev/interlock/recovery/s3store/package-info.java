/** A bucket that speaks S3 as a store. */
@NullMarked
package dev.interlock.recovery.s3store;

import org.jspecify.annotations.NullMarked;
