/**
 * The page {@code docs/coverage.md}: made from the tables of the mappings, and compared with what
 * is there. {@code ./mvnw -pl wsdl,mappings test -Dtest=CoverageTest -Dcoverage.write=true} writes
 * it anew.
 */
package org.ocppbridge.mappings.coverage;
