package org.ocppbridge.adapter.soap.out;

/**
 * What came back for an {@link HttpPost}, as it was on the wire.
 *
 * @param status HTTP status
 * @param contentType header, empty if absent
 * @param contentEncoding header, empty if absent; field chargers announce codings they do not use
 * @param location header, empty if absent
 * @param body bytes before any decoding, at most the limit of {@link HttpExchanger}
 * @param cut whether the connection ended before the announced end of the body
 */
record HttpAnswer(
    int status,
    String contentType,
    String contentEncoding,
    String location,
    byte[] body,
    boolean cut) {}
