/**
 * The contracts that chargers keep: OCPP 1.2, 1.5 and 1.6 over SOAP, each with what the central
 * system offers (Cs) and what the charge point offers (Cp).
 *
 * <p>The six WSDLs under {@code wsdl/} are written for this project from the facts of the published
 * contracts and equal them on the wire: the same namespaces, operations, actions, element names,
 * order, types, cardinalities, limits, enumerations and headers. A test compares them with a
 * catalogue of those facts, fact by fact. From them CXF makes the types and interfaces at build, in
 * {@code cs12}, {@code cp12}, {@code cs15}, {@code cp15}, {@code cs16} and {@code cp16}; nothing
 * else in this module is Java. The identity header {@code chargeBoxIdentity} is a parameter of
 * every operation.
 *
 * <p><b>Simple values are texts.</b> {@code lexical.xjb} binds whole numbers, decimals, times,
 * truth values and all enumerations to {@link java.lang.String}. Chargers in the field write {@code
 * 5.0} for a whole number, times without a zone and words of another version; JAXB's own types make
 * null or 0 of these in silence. Structure (order, names, namespaces) is put right before JAXB sees
 * a message; values come through letter by letter in the types themselves and get their meaning in
 * {@code org.ocppbridge.mappings.soap}, where every loss is named. Keeping raw values beside the
 * types would need a second channel through the whole stack, and two channels can disagree.
 *
 * <p>To change a contract: edit the WSDL, build, follow the compiler. Next: {@code
 * org.ocppbridge.mappings.soap.SoapDialect}.
 */
package org.ocppbridge.wsdl;
