/**
 * 2.0.1: charging profiles (block K).
 *
 * <p>{@link org.ocppbridge.mappings.json201.charging.Charging201} lists the operations.
 */
package org.ocppbridge.mappings.json201.charging;
