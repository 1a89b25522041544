/**
 * The way to the CSMS: one WebSocket per charger, speaking OCPP-J.
 *
 * <p>Contract: {@link org.ocppbridge.adapter.csms.CsmsLink} is what the rest of the program sees;
 * {@link org.ocppbridge.adapter.csms.CsmsLinks} makes links and owns what they share (I/O threads,
 * buffers, timers, the pace per target). Nothing in here knows a charger's protocol or what an
 * action means.
 *
 * <p>How a link is built, from the outside in:
 *
 * <ul>
 *   <li>{@code ReconnectingLink}: hands what is asked of it to its {@code LinkMachine}, the states.
 *       All that does runs on its own {@code Lane}, one step after another, so it has no locks. It
 *       never touches a socket: its {@code Connector} sees a {@code Dialer} and a {@code Wire}, its
 *       {@code BackOff} time as {@code Timers}; its {@code Teller} tells others.
 *   <li>{@code Session}: one connection's life; {@code Calls} are ours on their way, {@code Inbox}
 *       holds those of the CSMS.
 *   <li>{@code Frame}: text to frame and back, pure.
 *   <li>{@code Pacer}: whose turn it is to dial, per target.
 *   <li>{@code UndertowDialer}, {@code Handshake}, {@code UndertowWire}: the socket. The handshake
 *       is made on Undertow's HTTP client, because its WebSocket client decodes the path, follows
 *       redirects with credentials and hides the refusal's status.
 * </ul>
 *
 * <p>States: see {@link org.ocppbridge.adapter.csms.LinkMachine}.
 */
package org.ocppbridge.adapter.csms;
