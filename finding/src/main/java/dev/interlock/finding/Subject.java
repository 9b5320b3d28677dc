package dev.interlock.finding;

/**
 * What a finding is about.
 *
 * @param plane where it lives: azure, kubernetes, image, database, cache, ingress, backup, identity
 *     or estate
 * @param type the type in that plane's own words, such as {@code apps/v1/Deployment}
 * @param id unique within the plane
 * @param name short, for people
 */
public record Subject(String plane, String type, String id, String name) {}
