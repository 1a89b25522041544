/**
 * 2.0.1: the device model, its reports and monitors, and what the bridge owns of the connection
 * (blocks A, B, M and N).
 *
 * <p>{@link org.ocppbridge.mappings.json201.model.Model201} lists the operations.
 */
package org.ocppbridge.mappings.json201.model;
