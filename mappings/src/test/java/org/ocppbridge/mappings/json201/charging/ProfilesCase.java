package org.ocppbridge.mappings.json201.charging;

import static org.ocppbridge.mappings.json201.Stations.accepted;
import static org.ocppbridge.mappings.json201.Stations.charges;

import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.ChargingProfileStatus;
import org.ocppbridge.mappings.model.ClearChargingProfile;
import org.ocppbridge.mappings.model.ClearChargingProfileStatus;
import org.ocppbridge.mappings.model.SetChargingProfile;
import org.ocppbridge.mappings.play.Play;

/** A station that takes charging profiles, with transaction 101 under way at connector 1. */
abstract class ProfilesCase {

  final Play play = station();

  private static Play station() {
    Play play = accepted(SoapVersion.V16);
    play.charger(
        SetChargingProfile.FROM_CSMS,
        new SetChargingProfile.Answer(ChargingProfileStatus.ACCEPTED));
    play.charger(
        ClearChargingProfile.FROM_CSMS,
        new ClearChargingProfile.Answer(ClearChargingProfileStatus.ACCEPTED));
    charges(play, 101, 1);
    return play;
  }
}
