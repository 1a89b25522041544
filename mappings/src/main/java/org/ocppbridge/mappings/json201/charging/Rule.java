package org.ocppbridge.mappings.json201.charging;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ocppbridge.mappings.json201.base.Reason;

/**
 * A reason not to hand a charging profile to a charger.
 *
 * @param reason what the CSMS gets as reasonCode
 * @param why for people
 * @param broken whether it applies
 */
record Rule(Reason reason, String why, Predicate<Candidate> broken) {

  /** The first rule that a profile breaks. */
  static Optional<Rule> broken(List<Rule> rules, Candidate candidate) {
    return rules.stream().filter(rule -> rule.broken().test(candidate)).findFirst();
  }
}
