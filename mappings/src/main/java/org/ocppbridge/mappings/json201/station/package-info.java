/**
 * 2.0.1: the station itself: registration, status, availability, reservations, lists, jobs,
 * messages (blocks B, D, F, G, H, L, N and P).
 *
 * <p>{@link org.ocppbridge.mappings.json201.station.Station201} lists the operations.
 */
package org.ocppbridge.mappings.json201.station;
