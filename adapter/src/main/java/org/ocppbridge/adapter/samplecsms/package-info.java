/**
 * The sample CSMS: a small but real back office over WebSocket, for the demo, for tests and for
 * trying the bridge out.
 *
 * <p>Contract: strict where the protocol is. Every frame it gets is judged by the contract tables
 * of {@code witness}; what deviates is answered with a CALLERROR and kept in {@link
 * org.ocppbridge.adapter.samplecsms.SampleCsms#irregularities}. It remembers everything in memory
 * only and lets everybody in: never a back office to run a business with. Another protocol version
 * is another {@link org.ocppbridge.adapter.samplecsms.Dialect}.
 */
package org.ocppbridge.adapter.samplecsms;
