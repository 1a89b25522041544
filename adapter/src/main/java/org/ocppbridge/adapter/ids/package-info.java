/** Ids of messages, the same way for both sides. */
package org.ocppbridge.adapter.ids;
