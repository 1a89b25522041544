/**
 * Measures the bridge beside what a user would pick instead; {@code ./bench/run} starts it.
 *
 * <p>{@link org.ocppbridge.bench.Bench} runs the parts ({@code bench.part}) one after another.
 * Everything that is compared runs in turn in each round, each server in its own process ({@code
 * bench.lab}), so that what else the machine does concerns all; a ratio is made of two measurements
 * of the same round. What is found goes to a table of aims, to CSV files, and to {@code
 * docs/performance.md} with plots ({@code bench.report}).
 */
package org.ocppbridge.bench;
