package org.ocppbridge.adapter.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.adapter.config.BridgeConfig.Presence.OnSilence;
import org.ocppbridge.mappings.Policy.UnknownTag;

/**
 * The keys and their defaults: everything but targets and chargers, which have readers of their
 * own.
 */
final class ConfigReader {

  private static final Duration SESSION = Duration.ofHours(8);

  private ConfigReader() {}

  static BridgeConfig read(Section root) {
    return new BridgeConfig(
        soap(root.section("soap")),
        admin(root.section("admin")),
        new BridgeConfig.Secrets(root.section("secrets").optional("key", Values::strongSecret)),
        root.value("data", text -> Path.of(Values.text(text)), Path.of("data")),
        root.value("autoRegister", Values::yesOrNo, false),
        root.named("targets", TargetReader::read),
        root.sections("routes", ConfigReader::route),
        root.sections("chargers", ChargerReader::read),
        offline(root.section("offline")),
        heartbeat(root.section("heartbeat")),
        presence(root.section("presence")),
        waits(root.section("wait")),
        retry(root.section("retry")),
        limitsOfAll(root.section("limits")),
        log(root.section("log")),
        traces(root.section("traces")),
        ledger(root.section("ledger")),
        new BridgeConfig.Privacy(
            root.section("privacy").value("tokenAge", Values::duration, Duration.ZERO)));
  }

  private static BridgeConfig.Log log(Section log) {
    return new BridgeConfig.Log(
        log.value(
            "format", Values.oneOf(BridgeConfig.Log.Format.class), BridgeConfig.Log.Format.TEXT));
  }

  private static BridgeConfig.Traces traces(Section traces) {
    return new BridgeConfig.Traces(
        traces.optional("url", Values::httpUrl),
        traces.value("percent", Values.number(1, 100), 100));
  }

  private static SoapConfig soap(Section soap) {
    return new SoapConfig(
        soap.value("host", Values::text, "0.0.0.0"),
        soap.value("port", Values::port, 8080),
        soap.values("aliases", Values::path).orElse(List.of()),
        soap.optional("publicUrl", Values::httpUrl),
        limits(soap.section("limits")),
        timeouts(soap.section("timeouts")),
        rates(soap.section("rate")),
        Optional.of(ServerTlsReader.soap(soap.section("tls"))).filter(tls -> tls.server().isSet()),
        callback(soap.section("callback")).orElse(Callback.DEFAULT),
        proxies(soap));
  }

  private static BridgeConfig.Ledger ledger(Section ledger) {
    return new BridgeConfig.Ledger(
        ledger.value("enabled", Values::yesOrNo, true),
        ledger.value("size", Values::diskSize, 1L << 30),
        ledger.value("age", Values::duration, Duration.ofDays(30)));
  }

  private static SoapConfig.Proxies proxies(Section soap) {
    List<Cidr> trusted = soap.values("trustedProxies", Cidr::parse).orElse(List.of());
    boolean proxyProtocol = soap.value("proxyProtocol", Values::yesOrNo, false);
    if (proxyProtocol && trusted.isEmpty()) {
      soap.problem("proxyProtocol", "needs trustedProxies: who may say where clients come from");
    }
    return new SoapConfig.Proxies(trusted, proxyProtocol);
  }

  private static SoapConfig.Limits limits(Section limits) {
    int body = limits.value("body", Values.size(4 << 10), 1 << 20);
    int inflated = limits.value("inflated", Values.size(4 << 10), 4 << 20);
    if (inflated < body) {
      limits.problem("inflated", "is less than " + limits.path("body"));
    }
    int bodies = limits.value("bodies", Values.size(4 << 10), 32 << 20);
    if (bodies < body + inflated) {
      limits.problem(
          "bodies",
          "is less than " + limits.path("body") + " and inflated together: one body may not fit");
    }
    return new SoapConfig.Limits(
        body,
        inflated,
        bodies,
        limits.value("depth", Values.number(16, 1000), 64),
        limits.value("inWork", Values.number(1, 1_000_000), 2000),
        limits.value("waiting", Values.number(0, 1_000_000), 10_000),
        limits.value("connections", Values.number(1, 1_000_000), 20_000),
        limits.value("answer", Values.size(4 << 10), 1 << 20),
        limits.value("refusalLines", Values.number(0, 1_000_000), 20));
  }

  private static SoapConfig.Timeouts timeouts(Section timeouts) {
    var parse = Values.duration(Duration.ofSeconds(1), Duration.ofDays(1));
    return new SoapConfig.Timeouts(
        timeouts.value("body", parse, Duration.ofSeconds(60)),
        timeouts.value("idle", parse, Duration.ofSeconds(120)),
        timeouts.value(
            "drain", Values.duration(Duration.ZERO, Duration.ofDays(1)), Duration.ofSeconds(10)));
  }

  private static SoapConfig.Rates rates(Section rate) {
    return new SoapConfig.Rates(
        rate.value("perCharger", Values::rate, new Rate(100)),
        rate.value("refusedPerSource", Values::rate, new Rate(50)),
        rate.value("perSource", Values::rate, Rate.OFF));
  }

  private static AdminConfig admin(Section admin) {
    return new AdminConfig(
        admin.value("host", Values::text, "127.0.0.1"),
        admin.value("port", Values::port, 8081),
        admin.optional("token", Values::strongSecret),
        admin.value("allowRemoteWithoutTls", Values::yesOrNo, false),
        Optional.of(ServerTlsReader.identity(admin.section("tls"))).filter(ServerTls::isSet),
        admin.value("session", Values.duration(Duration.ofMinutes(1), Duration.ofDays(7)), SESSION),
        admin.values("hosts", Values::hostName).orElse(List.of()));
  }

  private static RouteRule route(Section route) {
    return new RouteRule(
        route.required("chargers", Values::glob, "ACME-*"),
        route.required("target", Values::text, "main"));
  }

  private static BridgeConfig.Offline offline(Section offline) {
    Section unknown = offline.section("unknownTag");
    UnknownTag authorize =
        unknown.value("authorize", Values.oneOf(UnknownTag.class), UnknownTag.FAULT);
    UnknownTag start = unknown.value("start", Values.oneOf(UnknownTag.class), UnknownTag.ACCEPT);
    if (start == UnknownTag.FAULT) {
      unknown.problem(
          "start", "a transaction message is never answered with a fault: accept or invalid");
    }
    return new BridgeConfig.Offline(
        authorize, start, offline.value("tokenLifetime", Values::duration, Duration.ofHours(24)));
  }

  private static BridgeConfig.Heartbeat heartbeat(Section heartbeat) {
    var parse = Values.duration(Duration.ofSeconds(1));
    Duration min = heartbeat.value("min", parse, Duration.ofSeconds(10));
    Duration max = heartbeat.value("max", parse, Duration.ofSeconds(300));
    if (min.compareTo(max) > 0) {
      heartbeat.problem("min", "is more than " + heartbeat.path("max"));
    }
    return new BridgeConfig.Heartbeat(min, max);
  }

  private static BridgeConfig.Presence presence(Section presence) {
    return new BridgeConfig.Presence(
        presence.value("onSilence", Values.oneOf(OnSilence.class), OnSilence.CLOSE),
        presence.value("intervals", Values.number(1, 1000), 3),
        presence.value("minimum", Values.duration(Duration.ofSeconds(1)), Duration.ofSeconds(300)));
  }

  private static BridgeConfig.Retry retry(Section retry) {
    return new BridgeConfig.Retry(
        retry.value("attempts", Values.number(1, 1000), 5),
        retry.value("interval", Values::duration, Duration.ofSeconds(60)),
        retry.value("drain", Values::duration, Duration.ofSeconds(5)));
  }

  private static BridgeConfig.Limits limitsOfAll(Section limits) {
    return new BridgeConfig.Limits(
        limits.value("chargers", Values.number(1, 10_000_000), 50_000),
        limits.value("outbox", Values.number(10, 10_000_000), 10_000),
        limits.value("outboxAll", Values.number(10, 1_000_000_000), 10_000_000),
        limits.value("deadLetters", Values.number(0, 1_000_000), 0),
        limits.value("deadLetterAge", Values::duration, Duration.ZERO),
        limits.value("diskFree", Values.size(0), 500 << 20) >> 20);
  }

  static Waits waits(Section wait) {
    Map<Wait, Duration> set = new EnumMap<>(Wait.class);
    for (Wait each : Wait.values()) {
      boolean outwards = each == Wait.COMMAND || each == Wait.CONNECT;
      wait.optional(each.key(), Values.duration(Duration.ofMillis(outwards ? 100 : 0)))
          .ifPresent(duration -> set.put(each, duration));
    }
    return new Waits(set);
  }

  static Traits traits(Section section) {
    return new Traits(
        section.optional("timezone", Values::zone),
        section.optional("soapAction", Values::yesOrNo),
        section.optional("closeConnection", Values::yesOrNo),
        waits(section.section("wait")),
        Traits201.read(section.section("ocpp201")));
  }

  /** Where chargers may be called; empty if nothing is said. */
  static Optional<Callback> callback(Section callback) {
    Optional<List<String>> allow = callback.values("allow", ConfigReader::sourceOrRange);
    List<Rewrite> rewrite = callback.sections("rewrite", ConfigReader::rewrite);
    if (allow.isEmpty() && rewrite.isEmpty()) {
      return Optional.empty();
    }
    List<String> words = allow.orElse(List.of("source"));
    return Optional.of(
        new Callback(
            words.contains("source"),
            words.stream().filter(word -> !word.equals("source")).map(Cidr::parse).toList(),
            rewrite));
  }

  private static String sourceOrRange(String text) {
    return text.equals("source") ? text : Cidr.parse(text).toString();
  }

  private static Rewrite rewrite(Section rule) {
    Cidr range = rule.required("range", Cidr::parse, "192.168.0.0/16");
    Rewrite.To to = rule.required("to", ConfigReader::rewriteTo, "source");
    Optional<Integer> port = rule.optional("port", Values.number(1, 65535));
    var optionalPort = port.map(java.util.OptionalInt::of).orElse(java.util.OptionalInt.empty());
    try {
      return new Rewrite(range, to, optionalPort);
    } catch (IllegalArgumentException e) {
      rule.problem("to", e.getMessage());
      return new Rewrite(range, new Rewrite.To.Source(), optionalPort);
    }
  }

  private static Rewrite.To rewriteTo(String text) {
    if (text.equals("source")) {
      return new Rewrite.To.Source();
    }
    if (text.contains("/")) {
      return new Rewrite.To.Range(Cidr.parse(text));
    }
    String host = text.contains(":") && !text.startsWith("[") ? "[" + text + "]" : text;
    Values.httpUrl("http://" + host + "/");
    return new Rewrite.To.Host(host);
  }

  static TlsConfig tls(Section tls) {
    TlsConfig read =
        new TlsConfig(
            tls.optional("trust", Values.pem("CERTIFICATE")),
            tls.optional("certificate", Values.pem("CERTIFICATE")),
            tls.optional("key", Values.pem("PRIVATE KEY").andThen(Secret::of)));
    if (read.certificate().isPresent() != read.key().isPresent()) {
      tls.problem("", "certificate and key belong together: set both or none");
    }
    return read;
  }

  /** A certificate and its key; the keys stand in one section. */
  static Optional<TlsConfig> certificate(Section section) {
    TlsConfig read =
        new TlsConfig(
            Optional.empty(),
            section.optional("certificate", Values.pem("CERTIFICATE")),
            section.optional("key", Values.pem("PRIVATE KEY").andThen(Secret::of)));
    if (read.certificate().isPresent() != read.key().isPresent()) {
      section.problem("", "certificate and key belong together: set both or none");
    }
    boolean said = read.certificate().isPresent() || read.key().isPresent();
    return said ? Optional.of(read) : Optional.empty();
  }

  /** A password and how it turns into bytes; the keys stand in one section. */
  static Optional<Password> password(Section section) {
    Optional<Secret> secret = section.optional("password", text -> Secret.of(Values.text(text)));
    Password.Encoding encoding =
        section.value("encoding", Values.oneOf(Password.Encoding.class), Password.Encoding.TEXT);
    try {
      return secret.map(found -> new Password(found, encoding));
    } catch (IllegalArgumentException e) {
      section.problem("password", e.getMessage());
      return Optional.empty();
    }
  }
}
