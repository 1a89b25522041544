package org.ocppbridge.mappings.soap;

import java.util.List;
import org.ocppbridge.mappings.model.Location;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.Phase;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.UnitOfMeasure;
import org.ocppbridge.mappings.model.ValueFormat;

/** The rules for meter values, the same for every version that has the field (1.6 §7.33, §7.43). */
final class MeterReader {

  private MeterReader() {}

  /**
   * The samples of one moment.
   *
   * @param in reads the meter value
   * @return null, named as lost, if there is no sample
   */
  static MeterValue moment(
      FieldReader in, String timestamp, String samplesField, List<SampledValue> samples) {
    if (samples.isEmpty()) {
      in.dropped(samplesField, "no sample that can be used: nothing to report for this moment");
      return null;
    }
    return new MeterValue(in.time("timestamp", timestamp), samples);
  }

  /**
   * A sample of 1.5 or 1.6; the attributes are null where absent.
   *
   * @return null, named as lost, if a word that gives the value its meaning is unknown: measurand,
   *     unit or phase
   */
  static SampledValue sample(
      FieldReader in,
      String value,
      String context,
      String format,
      String measurand,
      String phase,
      String location,
      String unit) {
    ValueFormat readFormat = in.word("format", format, Words.FORMAT);
    String readValue = value(in, value, readFormat);
    if (readValue == null) {
      return null;
    }
    Measurand readMeasurand = in.word("measurand", measurand, Words.MEASURAND);
    Phase readPhase = in.word("phase", phase, Words.PHASE);
    UnitOfMeasure readUnit = in.word("unit", unit, Words.UNIT);
    boolean unitImplied =
        readMeasurand == Measurand.FREQUENCY; // always hertz, for which no version has a word
    if (unknown(measurand, readMeasurand)
        || unknown(phase, readPhase)
        || (unknown(unit, readUnit) && !unitImplied)) {
      in.dropped("value", Losses.quote(value) + " has no clear meaning: the sample is left out");
      return null;
    }
    ReadingContext readContext = in.word("context", context, Words.CONTEXT, ReadingContext.OTHER);
    Location readLocation = in.word("location", location, Words.LOCATION);
    return new SampledValue(
        readValue, readContext, readFormat, readMeasurand, readPhase, readLocation, readUnit);
  }

  /** A value of 1.2: a bare number, the register of imported energy in Wh. */
  static SampledValue register(FieldReader in, String value) {
    String read = value(in, value, null);
    if (read == null) {
      return null;
    }
    return new SampledValue(
        read,
        null,
        null,
        Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
        null,
        null,
        UnitOfMeasure.WATT_HOUR);
  }

  private static String value(FieldReader in, String raw, ValueFormat format) {
    String value = Lexical.text(raw);
    if (value == null) {
      in.dropped("value", "empty: the sample is left out");
      return null;
    }
    if (format == ValueFormat.SIGNED_DATA) {
      return value;
    }
    if (Lexical.decimal(value) == null) {
      in.dropped("value", Losses.quote(value) + " is no number: the sample is left out");
      return null;
    }
    if (value.indexOf(',') < 0) {
      return value;
    }
    in.changed("value", Losses.quote(value) + ": the decimal comma became a point");
    return value.replace(',', '.');
  }

  private static boolean unknown(String raw, Object read) {
    return read == null && Lexical.text(raw) != null;
  }
}
