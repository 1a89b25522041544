/**
 * SOAP envelopes between bytes and the generated types: the lenient reader, the strict writer.
 *
 * <p>{@link org.ocppbridge.mappings.soap.envelope.EnvelopeReader} takes what a charger sent and
 * gives an {@link org.ocppbridge.mappings.soap.envelope.Envelope}: the form it was written in, the
 * headers that matter, and the body in the form of its contract, ready to be bound through {@link
 * org.ocppbridge.mappings.soap.envelope.ElementStreamReader}. {@link
 * org.ocppbridge.mappings.soap.envelope.EnvelopeWriter} writes envelopes around a body, and faults.
 *
 * <p>The normaliser is driven by tables made from our own WSDLs ({@link
 * org.ocppbridge.mappings.soap.envelope.Contract}); a new operation needs nothing here. It works on
 * a light immutable tree and not on the stream, because putting elements back in order and telling
 * the shapes of meter values apart needs the whole element anyway; the message is parsed once, and
 * the binding reads the tree as a stream. A message is bounded in bytes before and in depth,
 * elements and text lengths here ({@link org.ocppbridge.mappings.soap.envelope.Limits}).
 *
 * <p>Values are not judged here; the package {@code org.ocppbridge.mappings.soap} does that.
 */
package org.ocppbridge.mappings.soap.envelope;
