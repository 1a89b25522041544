/** What is measured: one class a part, each of which starts the servers it needs. */
package org.ocppbridge.bench.part;
