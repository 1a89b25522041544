package org.ocppbridge.adapter.csms;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.ocppbridge.adapter.ids.MessageIds;
import org.ocppbridge.adapter.watch.NamedThreads;
import org.ocppbridge.adapter.watch.Watch;

/**
 * Makes links and owns what they share: a few I/O threads and buffers, one timer thread, and for
 * each target the pace at which links are opened. A link itself has no thread; tens of thousands
 * fit into one program.
 */
public final class CsmsLinks implements AutoCloseable {

  /** Longest wait of {@link #close} for the closing handshakes of all links. */
  public static final Duration CLOSE_MAX = Connector.CLOSE_MAX.plusSeconds(1);

  private final Surroundings around;
  private final Runnable stop;
  private final Counters counters = new Counters();
  private final Map<String, Pacer> pacers = new ConcurrentHashMap<>();
  private final OpenLinks openLinks = new OpenLinks();

  /** Starts the threads. */
  public CsmsLinks() {
    Executor threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("csms-link-", 0).factory());
    SystemTimers timers = new SystemTimers();
    UndertowDialer dialer = new UndertowDialer(threads, InstantSource.system());
    this.around =
        new Surroundings(
            timers, InstantSource.system(), new SecureRandom(), MessageIds::uuid, threads, dialer);
    this.stop = // the virtual threads end by themselves
        () -> {
          timers.close();
          dialer.close();
        };
  }

  /** For tests: with their own surroundings, which stay theirs to stop. */
  CsmsLinks(Surroundings around) {
    this.around = around;
    this.stop = () -> {};
  }

  /**
   * Makes a link; it is closed until {@link CsmsLink#open}.
   *
   * <p>All links of one target are paced alike: the first one decides, then {@link #pace}.
   */
  public CsmsLink create(LinkSettings settings, CsmsLink.Listener listener) {
    return create(settings.target(), Ways.only(settings), listener);
  }

  /**
   * Makes a link that may reach its CSMS in several ways.
   *
   * @param target with whose links it is paced
   */
  public CsmsLink create(CsmsTarget target, Ways ways, CsmsLink.Listener listener) {
    Pacer pacer =
        pacers.computeIfAbsent(target.name(), name -> new Pacer(target.pace(), around.timers()));
    return new ReconnectingLink(ways, listener, around, pacer, counters, openLinks);
  }

  /**
   * The same with somebody told of mistakes; every line of the log that is about the link names the
   * charger.
   *
   * @param charger whose link it is
   */
  public CsmsLink create(
      CsmsTarget target, Ways ways, CsmsLink.Listener listener, String charger, Watch watch) {
    Pacer pacer =
        pacers.computeIfAbsent(target.name(), name -> new Pacer(target.pace(), around.timers()));
    Surroundings named =
        new Surroundings(
            around.timers(),
            around.clock(),
            around.random(),
            around.messageIds(),
            new NamedThreads(around.threads(), charger),
            new WatchedDialer(around.dialer(), around.timers(), charger, watch));
    return new ReconnectingLink(ways, listener, named, pacer, counters, openLinks);
  }

  /** Links to a target are opened at another pace from now on. */
  public void pace(CsmsTarget target) {
    Pacer pacer = pacers.get(target.name());
    if (pacer != null) {
      pacer.keep(target.pace());
    }
  }

  /** What odd things happened. */
  public Counters counters() {
    return counters;
  }

  /** How many links are open, whatever their state; those still closing count. */
  public int openLinks() {
    return openLinks.size();
  }

  /**
   * Closes all links with code 1000, waits up to {@link #CLOSE_MAX} for the CSMS to agree, and
   * stops the threads.
   */
  @Override
  public void close() {
    openLinks.closeAll(CLOSE_MAX);
    stop.run();
  }
}
