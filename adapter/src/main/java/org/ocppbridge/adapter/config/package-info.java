/**
 * Settings: one record tree, {@link org.ocppbridge.adapter.config.BridgeConfig}, read and checked
 * whole before anything starts.
 *
 * <p>{@link org.ocppbridge.adapter.config.ConfigLoader} is the way in. It lays flags over
 * environment variables over the YAML file, refuses unknown and retired keys, and hands the tree to
 * {@link org.ocppbridge.adapter.config.ConfigReader}, which is the one place that knows keys and
 * defaults: keys, environment names and the nearest known key all follow from a dry run of that
 * reader. Rules between settings stand in {@link org.ocppbridge.adapter.config.ConfigRules}. All
 * problems are collected; the first one stops the start.
 *
 * <p>{@link org.ocppbridge.adapter.config.Routing} answers, for one charger, where it belongs and
 * which settings hold for it. To add a setting: a component in its record, a line in its reader, a
 * paragraph in {@code config/bridge.yaml} (a test fails without it).
 */
package org.ocppbridge.adapter.config;
