/**
 * The processes of a measurement: {@link org.ocppbridge.bench.lab.Server} what is measured, {@link
 * org.ocppbridge.bench.lab.LoadProcess} who asks; {@link org.ocppbridge.bench.lab.Lab} starts and
 * ends them all.
 */
package org.ocppbridge.bench.lab;
