/**
 * The bridge as a process that is killed under load: nothing it answered is lost, nothing is
 * doubled. {@link org.ocppbridge.adapter.crash.CrashTest} is the place to begin.
 */
package org.ocppbridge.adapter.crash;
