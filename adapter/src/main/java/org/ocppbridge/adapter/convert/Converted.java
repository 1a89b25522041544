package org.ocppbridge.adapter.convert;

import java.util.List;
import org.ocppbridge.mappings.Loss;

/**
 * What a message became.
 *
 * @param output one JSON frame a line, or an envelope; empty if nothing goes to the other side
 * @param losses what was dropped, defaulted, changed or made
 * @param remarks what a reader should know besides, for example what the bridge answers by itself
 */
record Converted(List<String> output, List<Loss> losses, List<String> remarks) {}
