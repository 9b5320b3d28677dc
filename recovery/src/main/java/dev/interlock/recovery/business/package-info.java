/** What is asked of a restored system as a business. */
@NullMarked
package dev.interlock.recovery.business;

import org.jspecify.annotations.NullMarked;
