/**
 * The whole bridge over real sockets: SOAP over HTTP on one side, OCPP-J over WebSocket on the
 * other, the bridge between them as {@code run} starts it. {@link org.ocppbridge.adapter.e2e.Stage}
 * puts the three together; each test tells one story.
 */
package org.ocppbridge.adapter.e2e;
