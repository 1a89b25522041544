/**
 * How log lines get to standard error: on one line each, many with one write. Named by {@code
 * logback.xml}, which has their form.
 */
package org.ocppbridge.adapter.cli.log;
