/**
 * What the bridge does, in numbers for Prometheus: counted as it happens ({@link
 * org.ocppbridge.adapter.metrics.Metrics}), or looked at when somebody asks ({@link
 * org.ocppbridge.adapter.metrics.Gauges}).
 *
 * <p>Contract: the number of series is bounded whatever chargers and CSMSs say. No label names a
 * charger, and every label has its values from a fixed set ({@link
 * org.ocppbridge.adapter.metrics.Words}). No value is a secret. Knows no room.
 *
 * <p>Next: {@link org.ocppbridge.adapter.metrics.Name}, the table of all metrics, which {@code
 * docs/metrics.md} shows.
 */
package org.ocppbridge.adapter.metrics;
