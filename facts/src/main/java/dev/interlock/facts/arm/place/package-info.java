/** Where a deployment puts its resources, and the ids that they get there. */
@org.jspecify.annotations.NullMarked
package dev.interlock.facts.arm.place;
