/** Numbers, tables, CSV files and plots of what was measured; knows nothing of how. */
package org.ocppbridge.bench.report;
