package org.ocppbridge.adapter.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Policy201;
import org.ocppbridge.mappings.json201.station.ConnectorType;
import org.ocppbridge.mappings.model.ResetType;
import org.ocppbridge.mappings.model.WireName;

/**
 * What only matters towards a 2.0.1 CSMS and can be said of a charger, a pattern or a target.
 *
 * @param tokenType type of an idTag whose form says nothing
 * @param pending what a 1.2 or 1.5 charger is told while the CSMS says Pending
 * @param staleAfter age from which an event counts as replayed by the charger
 * @param sampleAge longest age of meter values that answer a TriggerMessage
 * @param connectorTypes types of the connectors, from 1 on
 * @param power most an EVSE gives, in W
 * @param phases phases of the supply
 * @param fileTransfer protocols of a charger that does not say which it knows
 * @param immediateReset how a charger is reset at once
 */
public record Traits201(
    Optional<TokenType> tokenType,
    Optional<Pending> pending,
    Optional<Duration> staleAfter,
    Optional<Duration> sampleAge,
    Optional<List<String>> connectorTypes,
    Optional<Integer> power,
    Optional<Integer> phases,
    Optional<List<String>> fileTransfer,
    Optional<ImmediateReset> immediateReset) {

  private static final int POWER_MAX = 10_000_000;
  private static final int PHASES_MAX = 3;

  /** Nothing said. */
  public static final Traits201 NONE =
      new Traits201(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** How a charger is reset at once. */
  public enum ImmediateReset {
    /** Soft for a 1.6 charger with a transaction, which it ends properly; else Hard. */
    AUTO,
    HARD,
    SOFT;

    Optional<ResetType> type() {
      return switch (this) {
        case AUTO -> Optional.empty();
        case HARD -> Optional.of(ResetType.HARD);
        case SOFT -> Optional.of(ResetType.SOFT);
      };
    }
  }

  /** Protocols of files. */
  private enum Protocol {
    FTP,
    FTPS,
    HTTP,
    HTTPS,
    SFTP
  }

  /** What a charger is told that has no word for Pending. */
  public enum Pending {
    /** Rejected: it stays out of service and asks again. */
    REJECT,
    /** Accepted: the bridge answers it until the CSMS accepts. */
    GATE
  }

  /** The types of an idToken (2.0.1 part 2 §3.43) that an idTag can stand for. */
  public enum TokenType {
    CENTRAL("Central"),
    EMAID("eMAID"),
    ISO14443("ISO14443"),
    ISO15693("ISO15693"),
    KEY_CODE("KeyCode"),
    LOCAL("Local"),
    MAC_ADDRESS("MacAddress"),
    NO_AUTHORIZATION("NoAuthorization");

    private final String word;

    TokenType(String word) {
      this.word = word;
    }

    /**
     * Finds a type by its word.
     *
     * @throws IllegalArgumentException for any other text, with the words there are
     */
    static TokenType of(String text) {
      for (TokenType type : values()) {
        if (type.word.equalsIgnoreCase(text)) {
          return type;
        }
      }
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is none of Central, eMAID, ISO14443, ISO15693, KeyCode, Local, MacAddress, NoAuthorization");
    }
  }

  /** These, and where they say nothing those of a wider level. */
  Traits201 orElse(Traits201 wider) {
    return new Traits201(
        tokenType.or(wider::tokenType),
        pending.or(wider::pending),
        staleAfter.or(wider::staleAfter),
        sampleAge.or(wider::sampleAge),
        connectorTypes.or(wider::connectorTypes),
        power.or(wider::power),
        phases.or(wider::phases),
        fileTransfer.or(wider::fileTransfer),
        immediateReset.or(wider::immediateReset));
  }

  static Traits201 read(Section section) {
    return new Traits201(
        section.optional("tokenType", TokenType::of),
        section.optional("pending", Values.oneOf(Pending.class)),
        section.optional("staleAfter", Values.duration(Duration.ofSeconds(1))),
        section.optional("sampleAge", Values.duration(Duration.ofSeconds(1))),
        section.values("connectorTypes", Traits201::connectorType),
        section.optional("power", Values.number(1, POWER_MAX)),
        section.optional("phases", Values.number(1, PHASES_MAX)),
        section.values("fileTransfer", text -> Values.oneOf(Protocol.class).apply(text).name()),
        section.optional("immediateReset", Values.oneOf(ImmediateReset.class)));
  }

  /** With the defaults where nobody says anything. */
  Policy201 policy(Optional<List<List<Integer>>> topology) {
    Policy201 usual = Policy201.DEFAULT;
    return new Policy201(
        topology.orElse(usual.topology()),
        tokenType.map(type -> type.word).orElse(usual.tokenType()),
        pending.map(Pending.GATE::equals).orElse(usual.gatePending()),
        staleAfter.orElse(usual.staleAfter()),
        sampleAge.orElse(usual.sampleAge()),
        hardware(usual.hardware()));
  }

  private Policy201.Hardware hardware(Policy201.Hardware usual) {
    return new Policy201.Hardware(
        connectorTypes.orElse(usual.connectorTypes()),
        power.orElse(usual.power()),
        phases.orElse(usual.phases()),
        fileTransfer.filter(list -> !list.isEmpty()).orElse(usual.fileTransfer()),
        immediateReset.flatMap(ImmediateReset::type));
  }

  private static String connectorType(String text) {
    return WireName.find(ConnectorType.class, text)
        .map(ConnectorType::wire)
        .orElseThrow(
            () -> new IllegalArgumentException("'" + text + "' is no connector type of 2.0.1"));
  }
}
