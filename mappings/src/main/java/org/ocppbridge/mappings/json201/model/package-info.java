/**
 * 2.0.1: the device model, its reports and monitors, and what the bridge owns of the connection
 * (blocks A, B, M and N).
 *
 * <p>{@link org.ocppbridge.mappings.json201.model.Model201} lists the operations. Which variables
 * there are, of what kind, and where their values come from is the table in {@code VariableTable};
 * {@code Variables} puts its rows at the places of one charger, {@code Placed} reads one, {@code
 * SetPlan} decides about setting one, {@code Fetch} asks the charger for keys. {@link
 * org.ocppbridge.mappings.json201.model.Watch} tells what the monitors of the CSMS have to tell
 * after anything changed; every block may ask it.
 *
 * <p>Contract: an answer has as many results as the request has items; a report follows its answer.
 */
package org.ocppbridge.mappings.json201.model;
