package dev.interlock.facts.arm.expand;

import dev.interlock.facts.arm.place.Place;

/**
 * What a deployment is, whatever its template says.
 *
 * @param name of the deployment
 * @param place where it puts resources
 * @param locality what is told of that place
 * @param depth in how many others it is
 */
record Situation(String name, Place place, Locality locality, int depth) {}
