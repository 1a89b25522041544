package org.ocppbridge.adapter.soap.in;

import io.undertow.server.HttpServerExchange;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log lines about refused requests: a few of each address within a window are written, the rest
 * are counted and told in one line when the window is over. So nobody fills the disk by asking for
 * nonsense, and what is wrong with a charger is still said.
 */
final class RefusalLog {

  /** How long the lines of one address are counted. */
  static final Duration WINDOW = Duration.ofSeconds(10);

  /** Addresses counted one by one; those beyond share one count. */
  static final int SOURCES_MAX = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

  private final int lines;
  private final InstantSource clock;
  private final Map<String, Count> counts = new LinkedHashMap<>();

  private static final class Count {
    private final Instant end;
    private long refused;

    private Count(Instant end) {
      this.end = end;
    }
  }

  /**
   * @param lines written of one address in one window
   */
  RefusalLog(int lines, InstantSource clock) {
    this.lines = lines;
    this.clock = clock;
  }

  /** Tells of a refused request; false if it is only counted. */
  boolean tell(HttpServerExchange exchange, String line) {
    boolean told = take(exchange.getSourceAddress().getAddress());
    if (told) {
      LOG.warn("{}", line);
    }
    return told;
  }

  /** Tells of a connection that did not come about. */
  void tell(Optional<String> source, String line) {
    if (take(source.orElse("unknown addresses"))) {
      LOG.warn("{}", line);
    }
  }

  /** Whether a line about this address may be written now; if not, it is counted. */
  boolean take(InetAddress source) {
    return take(source.getHostAddress());
  }

  private synchronized boolean take(String source) {
    Instant now = clock.instant();
    tellWhatIsOver(now);
    boolean room = counts.containsKey(source) || counts.size() < SOURCES_MAX;
    String key = room ? source : "other addresses";
    Count count = counts.computeIfAbsent(key, ignored -> new Count(now.plus(WINDOW)));
    count.refused++;
    return count.refused <= lines;
  }

  /** Addresses counted now. */
  synchronized int sources() {
    return counts.size();
  }

  /** The windows are equally long, so the oldest is over first. */
  private void tellWhatIsOver(Instant now) {
    Iterator<Map.Entry<String, Count>> oldest = counts.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<String, Count> entry = oldest.next();
      if (now.isBefore(entry.getValue().end)) {
        return;
      }
      oldest.remove();
      more(entry.getKey(), entry.getValue());
    }
  }

  /** Tells what was counted and not written so far. */
  synchronized void close() {
    counts.forEach(this::more);
    counts.clear();
  }

  private void more(String source, Count count) {
    if (count.refused > lines) {
      LOG.warn(
          "{} more requests refused from {} within {} s",
          count.refused - lines,
          source,
          WINDOW.toSeconds());
    }
  }
}
