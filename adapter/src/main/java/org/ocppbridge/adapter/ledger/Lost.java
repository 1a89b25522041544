package org.ocppbridge.adapter.ledger;

import java.util.Locale;
import org.ocppbridge.mappings.Loss;

/**
 * Something that was not carried over unchanged.
 *
 * @param kind {@code dropped}, {@code defaulted}, {@code changed} or {@code synthesised}
 * @param field path of the field, with the source's names
 * @param reason what stood there and why it could not stay
 */
public record Lost(String kind, String field, String reason) {

  static Lost of(Loss loss) {
    return new Lost(loss.kind().name().toLowerCase(Locale.ROOT), loss.field(), loss.reason());
  }
}
