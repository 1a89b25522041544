/**
 * What the JSON edges have in common: the mapper, strict reading of the CSMS's CALLs, lenient
 * reading of its answers, text limits, times, the tables from operations to functions.
 *
 * <p>Contract: knows no protocol version; what differs between versions is handed in as a table.
 * Next: {@code json16}, {@code json201}.
 */
package org.ocppbridge.mappings.json;
