/**
 * The page {@code docs/coverage.md}: what the mappings do with every message of 2.0.1, found out by
 * playing them, and how far the use cases are fulfilled, from a table whose claims are checked
 * against that play. Contract: {@code CoverageTest} fails if the page says anything else, and names
 * the command that writes it anew. Next: {@code Page}.
 */
package org.ocppbridge.mappings.coverage;
