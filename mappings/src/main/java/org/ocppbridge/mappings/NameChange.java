package org.ocppbridge.mappings;

/** Changes of the tokens behind idTags. */
public sealed interface NameChange extends Change {

  /** The CSMS used a token that the charger will know by this idTag. */
  record Given(String idTag, Names.Name name) implements NameChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.station().with(s.station().names().given(idTag, name)));
    }
  }

  /** The token behind an idTag is forgotten. */
  record Forgotten(String idTag) implements NameChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.station().with(s.station().names().forgotten(idTag)));
    }
  }
}
