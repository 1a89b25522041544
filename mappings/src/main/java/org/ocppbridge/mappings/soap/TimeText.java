package org.ocppbridge.mappings.soap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads a time as chargers write it: xs:dateTime, and what the field makes of it (blank instead of
 * T, no zone, {@code +02}, {@code +0200}, many fraction digits, comma as fraction mark, slashes or
 * nothing between the digits, one digit where two belong). A hand-made scanner, because this runs
 * for every meter value and {@link java.time}'s parser says no by exception.
 */
final class TimeText {

  private static final int HOURS_OF_OFFSET_MAX = 18;
  private static final int UNREADABLE = -1;

  private final String text;
  private int at;

  /** Whether it is written without separators. */
  private boolean basic;

  private TimeText(String text) {
    this.text = text;
  }

  /**
   * Reads a time.
   *
   * @param zone taken when the text has none
   * @return null if the text says no time, or one that does not exist, as 29 February 2023
   */
  static Instant read(String raw, ZoneId zone) {
    String text = Lexical.text(raw);
    return text == null ? null : new TimeText(text).instant(zone);
  }

  private Instant instant(ZoneId zone) {
    LocalDate date = date();
    if (date == null || !dateEnd()) {
      return null;
    }
    int hour = basic ? number(2) : upTo2();
    int minute = separated(':') ? number(2) : UNREADABLE;
    int second = separated(':') ? number(2) : 0;
    // 24:00:00 is midnight at the end of the day (XSD part 2, 3.2.7), second 60 a leap second.
    boolean endOfDay = hour == 24 && minute == 0 && second == 0;
    if (hour < 0
        || minute < 0
        || second < 0
        || minute > 59
        || second > 60
        || (hour > 23 && !endOfDay)) {
      return null;
    }
    int nanos = skip('.') || skip(',') ? fraction() : 0;
    LocalDateTime local =
        (endOfDay
                ? date.plusDays(1).atStartOfDay()
                : date.atTime(hour, minute, Math.min(second, 59), nanos))
            .plusSeconds(second == 60 ? 1 : 0);
    return instant(local, zone);
  }

  private Instant instant(LocalDateTime local, ZoneId zone) {
    blanks();
    if (at == text.length()) {
      return local.atZone(zone).toInstant();
    }
    ZoneOffset offset = offset();
    return offset == null || at < text.length() ? null : local.toInstant(offset);
  }

  private LocalDate date() {
    int year = number(4);
    basic = at < text.length() && digit(text.charAt(at));
    char mark = at < text.length() && text.charAt(at) == '/' ? '/' : '-';
    int month = separated(mark) ? upTo2() : UNREADABLE;
    int day = separated(mark) ? upTo2() : UNREADABLE;
    if (year < 0
        || month < 1
        || month > 12
        || day < 1
        || day > YearMonth.of(year, month).lengthOfMonth()) {
      return null;
    }
    return LocalDate.of(year, month, day);
  }

  private boolean dateEnd() {
    if (skip('T') || skip('t')) {
      return true;
    }
    int before = at;
    blanks();
    return at > before;
  }

  private ZoneOffset offset() {
    if (skip('Z') || skip('z') || skip("UTC") || skip("GMT")) {
      return ZoneOffset.UTC;
    }
    int sign = skip('+') ? 1 : skip('-') ? -1 : 0;
    int hours = number(2);
    boolean colon = skip(':');
    int minutes = at < text.length() || colon ? number(2) : 0;
    if (sign == 0
        || hours < 0
        || minutes < 0
        || minutes > 59
        || hours * 60 + minutes > HOURS_OF_OFFSET_MAX * 60) {
      return null;
    }
    return ZoneOffset.ofTotalSeconds(sign * (hours * 60 + minutes) * 60);
  }

  /** Digits after the fraction mark; those beyond nanoseconds are dropped. */
  private int fraction() {
    int nanos = 0;
    int digits = 0;
    for (; at < text.length() && digit(text.charAt(at)); at++, digits++) {
      if (digits < 9) {
        nanos = nanos * 10 + text.charAt(at) - '0';
      }
    }
    for (int i = digits; i < 9; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  private int number(int digits) {
    if (at + digits > text.length()) {
      return UNREADABLE;
    }
    int number = 0;
    for (int end = at + digits; at < end; at++) {
      char c = text.charAt(at);
      if (!digit(c)) {
        return UNREADABLE;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  /** Two digits, or one where no zero was written before it. */
  private int upTo2() {
    boolean one = !basic && at + 1 < text.length() && !digit(text.charAt(at + 1));
    return number(one ? 1 : 2);
  }

  /** Whether the mark stands here; ISO 8601's basic form has none, but more digits. */
  private boolean separated(char mark) {
    return basic ? at < text.length() && digit(text.charAt(at)) : skip(mark);
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private boolean skip(String word) {
    if (text.startsWith(word, at)) {
      at += word.length();
      return true;
    }
    return false;
  }

  private void blanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
