/**
 * What messages can never carry between SOAP and 2.0.1, whatever becomes of them: fields that only
 * one side has, as tables. What depends on the course of things is named where it happens, by the
 * blocks. Contract: adds {@link org.ocppbridge.mappings.Loss}es to a first step and changes nothing
 * else. Next: {@code CommandLosses}, {@code ChargerLosses}.
 */
package org.ocppbridge.mappings.json201.losses;
