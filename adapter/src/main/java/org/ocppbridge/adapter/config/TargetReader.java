package org.ocppbridge.adapter.config;

import java.time.Duration;
import java.util.function.Function;
import org.ocppbridge.mappings.Target;

/** The keys of one target. */
final class TargetReader {

  private TargetReader() {}

  static TargetConfig read(Section target) {
    Section auth = target.section("auth");
    Function<String, Duration> deadline = Values.duration(Duration.ofMillis(100));
    return new TargetConfig(
        target.required("url", Values::csmsUrl, "wss://csms.example/ocpp"),
        target.value("protocol", Target::of, Target.OCPP16),
        auth.value("user", Values::text, "{id}"),
        ConfigReader.password(auth),
        ConfigReader.tls(target.section("tls")),
        target.value("connectRate", Values::connectRate, 200),
        target.value("handshakesMax", Values.number(1, 100_000), 100),
        target.value("drainRate", Values::drainRate, 500),
        reconnect(target.section("reconnect")),
        target.value("maxFrame", Values.size(16 << 10), 1 << 20),
        target.value("pingInterval", Values::duration, Duration.ofSeconds(60)),
        target.value("pongTimeout", deadline, Duration.ofSeconds(20)),
        target.value("handshakeTimeout", deadline, Duration.ofSeconds(30)),
        target.value("callTimeout", deadline, Duration.ofSeconds(30)),
        target.value("celcius", Values::yesOrNo, true),
        target.value("assumedBoot", Values::yesOrNo, true),
        target.value("acceptUnverifiedSigned", Values::yesOrNo, false),
        ConfigReader.traits(target));
  }

  private static TargetConfig.Reconnect reconnect(Section reconnect) {
    return new TargetConfig.Reconnect(
        reconnect.value(
            "waitMinimum", Values.duration(Duration.ofMillis(10)), Duration.ofSeconds(10)),
        reconnect.value("randomRange", Values::duration, Duration.ofSeconds(10)),
        reconnect.value("repeatTimes", Values.number(0, 20), 5));
  }
}
