package org.ocppbridge.adapter.operator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.adapter.cli.Version;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.diagnosis.Diagnoses;
import org.ocppbridge.adapter.diagnosis.Diagnosis;
import org.ocppbridge.adapter.metrics.Gauges;
import org.ocppbridge.adapter.metrics.Metrics;
import org.ocppbridge.adapter.soap.ChargerLink;
import org.ocppbridge.adapter.soap.in.SoapServer;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.adapter.trace.Traces;
import org.ocppbridge.adapter.watch.Mistake;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.adapter.watch.rooms.WatchedChargers;
import org.ocppbridge.adapter.watch.rooms.WatchedLink;
import org.ocppbridge.adapter.watch.rooms.WatchedStore;

/** All that listens to the bridge at work, and how the rooms are made to be listened to. */
public final class Observation implements AutoCloseable {

  /** Mistakes of strangers among the warnings of the bridge. */
  private static final int STRANGERS_SHOWN = 20;

  private final Metrics metrics = new Metrics();
  private final Traffic traffic = new Traffic();
  private final Diagnoses diagnoses;
  private final Optional<Traces> traces;
  private final Watch watch;
  private Gauges gauges;

  /**
   * Begins to listen.
   *
   * @param settings of the traces
   */
  public Observation(BridgeConfig.Traces settings, Time time) {
    diagnoses = new Diagnoses(time::now);
    traces = settings.url().map(url -> new Traces(url, settings.percent()));
    Watch always = metrics.and(diagnoses).and(traffic);
    watch = traces.<Watch>map(always::and).orElse(always);
  }

  /** What the charts show of exchanges. */
  Traffic traffic() {
    return traffic;
  }

  /** Whom to tell. */
  public Watch watch() {
    return watch;
  }

  /** The mistakes that are present. */
  public Diagnoses diagnoses() {
    return diagnoses;
  }

  /** All metrics, as Prometheus reads them. */
  String metrics() {
    return metrics.text();
  }

  /** The Java machine is among the metrics from now on. */
  public void lookAfterMachine() {
    metrics.lookAfterMachine();
  }

  /** The store, listened to. */
  public Store store(Store store) {
    return new WatchedStore(store, watch);
  }

  /** What calls chargers, listened to. */
  public ChargerLink chargers(ChargerLink link) {
    return new WatchedChargers(link, watch);
  }

  /** A link to a CSMS, listened to. */
  public CsmsLink link(CsmsLink link) {
    return new WatchedLink(link, watch);
  }

  /** From now on what can be looked at is among the metrics; called once. */
  public void look(Looks looks, SoapServer soap, BridgeConfig config, Time time) {
    gauges =
        new Gauges(metrics, looks::look, time::now)
            .requests(soap::inWork, soap::waiting, soap::hurried)
            .diagnoses(Arrays.stream(Mistake.values()).map(Mistake::label).toList())
            .version(Version.number());
    targets(config);
  }

  /** Links are counted for these targets too. */
  public void targets(BridgeConfig config) {
    List<String> states = Arrays.stream(CsmsLink.State.values()).map(Looks::state).toList();
    config.targets().keySet().forEach(target -> gauges.links(target, states));
  }

  /** What of those who are not let in a person should look at, in words. */
  List<String> strangers() {
    return diagnoses.all().stream()
        .filter(diagnosis -> Mistake.AT_THE_DOOR.contains(diagnosis.mistake()))
        .limit(STRANGERS_SHOWN)
        .map(Diagnosis::sentence)
        .toList();
  }

  @Override
  public void close() {
    traces.ifPresent(Traces::close);
    metrics.close();
  }
}
