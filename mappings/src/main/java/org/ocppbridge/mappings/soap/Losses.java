package org.ocppbridge.mappings.soap;

import java.util.ArrayList;
import java.util.List;
import org.ocppbridge.mappings.Loss;

/** Collects what one message lost on its way. Not thread-safe: one message, one collector. */
public final class Losses {

  /** Longest piece of a charger's text that is quoted in a reason; enough to recognise it. */
  public static final int QUOTE_MAX = 60;

  /** Most losses listed of one message: a charger must not fill the journal with one of them. */
  public static final int LIST_MAX = 100;

  private List<Loss> all = List.of();
  private int more;
  private String written = "";

  /** Notes a loss. */
  public void add(Loss loss) {
    if (all.size() == LIST_MAX) {
      more++;
      return;
    }
    if (all.isEmpty()) {
      all = new ArrayList<>(4); // most messages lose nothing and pay nothing
    }
    all.add(loss);
  }

  /**
   * What was lost so far, in the order of reading. A last entry tells how many more there were than
   * {@value #LIST_MAX}.
   */
  public List<Loss> list() {
    if (more == 0) {
      return List.copyOf(all);
    }
    List<Loss> listed = new ArrayList<>(all);
    listed.add(Loss.dropped("", more + " more losses of this message are not listed"));
    return List.copyOf(listed);
  }

  /** Remembers which field is being written. */
  void writing(String field) {
    written = field;
  }

  /** The field being written. */
  String written() {
    return written;
  }

  /**
   * A text in quotation marks, fit for a log line: cut to {@value #QUOTE_MAX} characters, with
   * control characters replaced, because every text of a charger may be hostile.
   */
  static String quote(String raw) {
    StringBuilder quoted = new StringBuilder(Math.min(raw.length(), QUOTE_MAX) + 3).append('\'');
    for (int i = 0; i < Math.min(raw.length(), QUOTE_MAX); i++) {
      char c = raw.charAt(i);
      quoted.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
    }
    if (raw.length() > QUOTE_MAX) {
      quoted.append('…');
    }
    return quoted.append('\'').toString();
  }
}
