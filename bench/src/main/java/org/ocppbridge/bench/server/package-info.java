/**
 * What the bridge is measured beside, and the CSMS of all bridges; each a program that prints
 * {@code ready} when it serves.
 *
 * <ul>
 *   <li>{@link org.ocppbridge.bench.server.BareServer}: Undertow alone
 *   <li>{@link org.ocppbridge.bench.server.CxfServer}: Apache CXF on its own Undertow transport,
 *       with or without WS-Addressing, that always answers the same
 *   <li>{@link org.ocppbridge.bench.server.PlainBridge}: the same endpoint made a bridge to OCPP
 *       1.6J the way the manuals show it; it keeps nothing on the disk
 *   <li>{@link org.ocppbridge.bench.server.MemoryBridge}: the bridge itself, with its store in
 *       memory
 *   <li>{@link org.ocppbridge.bench.server.FastCsms}: answers at once, and looks at little
 * </ul>
 *
 * <p>All endpoints are made of the types that the project's WSDLs give, and asked by the same load.
 */
package org.ocppbridge.bench.server;
