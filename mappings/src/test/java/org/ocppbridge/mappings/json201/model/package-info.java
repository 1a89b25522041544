/** Tests of the device model of 2.0.1. */
package org.ocppbridge.mappings.json201.model;
