/** Tests of what is named as lost towards 2.0.1. */
package org.ocppbridge.mappings.json201.losses;
