/**
 * The load: a fleet of SOAP chargers as cheap as can be, in a process of its own.
 *
 * <p>{@link org.ocppbridge.bench.load.LoadMain} takes orders from its standard input, one a line.
 * One thread serves all sockets, so that the load takes little of the processor that it shares with
 * what is measured. Two ways to load: closed, where each connection asks again as soon as it has
 * its answer, which finds the most requests a second; and at a fixed rate, where requests fall due
 * whether or not earlier ones are answered, and the latency counts from when a request fell due, so
 * that a server that stalls is not spared (no coordinated omission).
 */
package org.ocppbridge.bench.load;
