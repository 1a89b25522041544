/**
 * 2.0.1: authorisation, transactions and meter values (blocks C, E, F and J).
 *
 * <p>{@link org.ocppbridge.mappings.json201.transactions.Transactions201} lists the operations.
 */
package org.ocppbridge.mappings.json201.transactions;
