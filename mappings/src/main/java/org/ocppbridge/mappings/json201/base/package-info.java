/**
 * What the blocks of 2.0.1 share: their tables, answers to the CSMS, EVSE numbers, text limits,
 * telling the CSMS something.
 */
package org.ocppbridge.mappings.json201.base;
