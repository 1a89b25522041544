/**
 * The command line: reads arguments, nothing else. Each command makes a record of its arguments and
 * hands it to an interface that {@link org.ocppbridge.adapter.Main} supplies; commands that nobody
 * supplied do not exist.
 *
 * <p>{@link org.ocppbridge.adapter.cli.Cli} is the way in. For people everything is one line: what
 * is wrong goes to standard error, the exit code is 0, 1 (failed) or 2 (wrong command line or
 * setting).
 */
package org.ocppbridge.adapter.cli;
