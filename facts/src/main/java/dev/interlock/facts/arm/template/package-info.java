/** What stands in a template: its sections as written. */
@org.jspecify.annotations.NullMarked
package dev.interlock.facts.arm.template;
