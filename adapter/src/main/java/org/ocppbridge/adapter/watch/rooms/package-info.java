/**
 * The rooms as they are, with a listener before them: each class passes everything on unchanged and
 * tells a {@link org.ocppbridge.adapter.watch.Watch} of it.
 */
package org.ocppbridge.adapter.watch.rooms;
