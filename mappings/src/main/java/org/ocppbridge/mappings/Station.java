package org.ocppbridge.mappings;

/**
 * What is known of a charger as a 2.0.1 charging station. Towards a 1.6J CSMS it stays empty.
 *
 * @param places what the CSMS was told of each connector
 * @param events where the events of each transaction stand
 * @param names the CSMS's own words for idTags
 * @param model values of the device model
 * @param profiles charging profiles the charger took
 * @param orders what the CSMS ordered and is still in force
 * @param startup its last boot
 */
public record Station(
    Places places,
    Events events,
    Names names,
    DeviceModel model,
    Profiles profiles,
    Orders orders,
    Startup startup) {

  static final Station NONE =
      new Station(
          Places.NONE,
          Events.NONE,
          Names.NONE,
          DeviceModel.NONE,
          Profiles.NONE,
          Orders.NONE,
          Startup.NONE);

  Station with(Places next) {
    return new Station(next, events, names, model, profiles, orders, startup);
  }

  Station with(Events next) {
    return new Station(places, next, names, model, profiles, orders, startup);
  }

  Station with(Names next) {
    return new Station(places, events, next, model, profiles, orders, startup);
  }

  Station with(DeviceModel next) {
    return new Station(places, events, names, next, profiles, orders, startup);
  }

  Station with(Profiles next) {
    return new Station(places, events, names, model, next, orders, startup);
  }

  Station with(Startup next) {
    return new Station(places, events, names, model, profiles, orders, next);
  }

  Station with(Orders next) {
    return new Station(places, events, names, model, profiles, next, startup);
  }
}
