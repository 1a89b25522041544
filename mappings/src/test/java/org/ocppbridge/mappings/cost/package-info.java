/**
 * What messages cost, counted instead of timed, so that it holds on a slow and busy machine too. A
 * failure says that a change made the path of every message dearer; {@code ./bench/run pure} says
 * how much dearer, and a JFR recording of it where.
 */
package org.ocppbridge.mappings.cost;
