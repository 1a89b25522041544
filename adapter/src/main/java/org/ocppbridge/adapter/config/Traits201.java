package org.ocppbridge.adapter.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Policy201;

/**
 * What only matters towards a 2.0.1 CSMS and can be said of a charger, a pattern or a target.
 *
 * @param tokenType type of an idTag whose form says nothing
 * @param pending what a 1.2 or 1.5 charger is told while the CSMS says Pending
 * @param staleAfter age from which an event counts as replayed by the charger
 * @param sampleAge longest age of meter values that answer a TriggerMessage
 */
public record Traits201(
    Optional<TokenType> tokenType,
    Optional<Pending> pending,
    Optional<Duration> staleAfter,
    Optional<Duration> sampleAge) {

  /** Nothing said. */
  public static final Traits201 NONE =
      new Traits201(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

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
        sampleAge.or(wider::sampleAge));
  }

  static Traits201 read(Section section) {
    return new Traits201(
        section.optional("tokenType", TokenType::of),
        section.optional("pending", Values.oneOf(Pending.class)),
        section.optional("staleAfter", Values.duration(Duration.ofSeconds(1))),
        section.optional("sampleAge", Values.duration(Duration.ofSeconds(1))));
  }

  /** With the defaults where nobody says anything. */
  Policy201 policy(Optional<List<List<Integer>>> topology) {
    Policy201 usual = Policy201.DEFAULT;
    return new Policy201(
        topology.orElse(usual.topology()),
        tokenType.map(type -> type.word).orElse(usual.tokenType()),
        pending.map(Pending.GATE::equals).orElse(usual.gatePending()),
        staleAfter.orElse(usual.staleAfter()),
        sampleAge.orElse(usual.sampleAge()));
  }
}
