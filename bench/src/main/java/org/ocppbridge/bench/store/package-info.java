/**
 * How many durable transaction messages a second pass the store, beside what the disk allows.
 *
 * <p>{@link org.ocppbridge.bench.store.StoreBench} measures three things in turn, in one process
 * and on one disk, several rounds long, so that each round has its own ratio: what else the
 * computer does meanwhile concerns all three.
 */
package org.ocppbridge.bench.store;
