/**
 * The chargers' side: conversion between the types generated from the WSDLs and the model, for OCPP
 * 1.2, 1.5 and 1.6, both ways.
 *
 * <p>{@link org.ocppbridge.mappings.soap.SoapDialect} is the door: one table for each version, one
 * row for each operation. The generated types hold what stood on the wire, letter by letter; here
 * it gets its meaning.
 *
 * <ul>
 *   <li><b>From the charger</b> ({@code CentralSystem*}, and answers in {@code ChargePoint*}) every
 *       value is read leniently by {@code FieldReader}, which knows the path of each field and
 *       notes a {@link org.ocppbridge.mappings.Loss} with the raw text for what it cannot read. The
 *       rules stand once, in {@code Requests}, {@code Replies}, {@code SmartCharging} and {@code
 *       MeterReader}; the tables only say which fields a version has. This is written by hand,
 *       because a generated mapper does not know where in a message it is.
 *   <li><b>To the charger</b> ({@code Answers*}, {@code Commands*}) values are ours and written
 *       strictly. MapStruct makes the code and breaks the build when a field on either side is
 *       forgotten, so that these interfaces hold the differences of a version and nothing else.
 * </ul>
 *
 * <p>Transaction messages are never refused for what they hold. Other requests end in a {@link
 * org.ocppbridge.mappings.BridgeFault.ProtocolError} when a field is missing without which they
 * make no sense.
 *
 * <p>To add an operation: the model's file, a line in the WSDL, a line in {@code Commands*} or
 * {@code Answers*}, a rule in {@code Requests} or {@code Replies}, a row in the tables. Next:
 * {@code soap.envelope} for the XML around all this.
 */
package org.ocppbridge.mappings.soap;
