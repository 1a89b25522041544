/**
 * What the commands of the command line do: {@code run} and {@code demo} start a bridge, the others
 * ask the one that runs, or work on its data folder.
 *
 * <p>Contract: one class a command, which returns the exit code and writes to the surroundings it
 * is given. A bridge is known only as {@link org.ocppbridge.adapter.program.RunningBridge}, whoever
 * makes it. What a command line looks like is the matter of {@code cli}.
 *
 * <p>Next: {@link org.ocppbridge.adapter.program.RunProgram}; {@code AdminClient} is how the others
 * find and ask the bridge that runs, {@code DataFolder} what it has open.
 */
package org.ocppbridge.adapter.program;
