package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.ModelChange;
import org.ocppbridge.mappings.OrderChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.VariablePath;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Command201;
import org.ocppbridge.mappings.json201.base.Keys;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.AuthorizationData;
import org.ocppbridge.mappings.model.SendLocalList;
import org.ocppbridge.mappings.model.UpdateType;
import org.ocppbridge.mappings.rules.SoapOperations;

/** SendLocalList: the list goes to the charger with an idTag for each token (D01). */
final class SendLocalList201 {

  private static final String FAILED = "Failed";
  private static final String COMPONENT = "LocalAuthListCtrlr";
  private static final String AVAILABLE = "Available";

  /** Most entries a 1.5 charger is trusted with in one message; it cannot say (MR C1). */
  private static final int ITEMS_15 = 50;

  private static final Command201<SendLocalList.Request, SendLocalList.Answer> COMMAND =
      Command201.refusing(SendLocalList.FROM_CSMS, FAILED);

  private SendLocalList201() {}

  /** The request (2.0.1 §1.49). */
  record Request(
      List<ListEntry> localAuthorizationList,
      @JsonProperty(required = true) Integer versionNumber,
      @JsonProperty(required = true) UpdateType updateType) {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    List<ListEntry> list =
        Optional.ofNullable(request.localAuthorizationList()).orElseGet(List::of);
    if (!SoapOperations.has(view.state(), SendLocalList.FROM_CSMS)) {
      return Answer201.only(COMMAND.unsupported());
    }
    if (request.versionNumber() < 1) {
      return failed(Reason.INVALID_VALUE, "versionNumber is greater than 0 (D01.FR.18)");
    }
    if (list.size() > itemsMax(view)) {
      return failed(Reason.TOO_MANY_ELEMENTS, "the charger takes at most " + itemsMax(view));
    }
    if (request.updateType() == UpdateType.FULL
        && list.stream().anyMatch(entry -> entry.idTokenInfo() == null)) {
      return failed(Reason.INVALID_VALUE, "an entry of a full list has no idTokenInfo (D01)");
    }
    List<ListEntry.Converted> entries = list.stream().map(entry -> entry.converted(view)).toList();
    return distinct(entries) < entries.size()
        ? failed(Reason.INVALID_VALUE, "two entries are the same idTag to the charger")
        : send(request, entries, view);
  }

  private static int itemsMax(ChargerView view) {
    int unsaid = view.state().version() == SoapVersion.V15 ? ITEMS_15 : Integer.MAX_VALUE;
    return Keys.number("SendLocalListMaxLength", view).orElse(unsaid);
  }

  private static long distinct(List<ListEntry.Converted> entries) {
    return entries.stream()
        .map(entry -> entry.data().idTag().toLowerCase(Locale.ROOT))
        .distinct()
        .count();
  }

  private static Step<CsmsAnswer> failed(Reason reason, String why) {
    return Answer201.only(Answer201.status(FAILED, reason, why));
  }

  private static Step<CsmsAnswer> send(
      Request request, List<ListEntry.Converted> entries, ChargerView view) {
    List<AuthorizationData> list = entries.stream().map(ListEntry.Converted::data).toList();
    return Command201.losing(
        entries.stream().flatMap(entry -> entry.losses().stream()).toList(),
        COMMAND.ask(
            new SendLocalList.Request(request.versionNumber(), list, request.updateType()),
            view,
            (answer, later) ->
                switch (answer.status()) {
                  case ACCEPTED -> accepted(request.updateType(), entries, later);
                  case FAILED, VERSION_MISMATCH ->
                      Command201.Ending.plain(Answer201.status(answer.status().wire()));
                  case NOT_SUPPORTED -> notSupported();
                }));
  }

  private static Command201.Ending accepted(
      UpdateType type, List<ListEntry.Converted> entries, ChargerView view) {
    Set<String> listed = new LinkedHashSet<>();
    if (type == UpdateType.DIFFERENTIAL) {
      listed.addAll(view.state().station().orders().localList());
    }
    List<Change> changes = new ArrayList<>();
    for (ListEntry.Converted entry : entries) {
      changes.addAll(entry.names());
      String idTag = entry.data().idTag().toLowerCase(Locale.ROOT);
      if (entry.data().idTagInfo() == null) {
        listed.remove(idTag);
      } else {
        listed.add(idTag);
      }
    }
    changes.add(new OrderChange.LocalList(Set.copyOf(listed)));
    changes.add(own("Entries", Integer.toString(listed.size())));
    changes.add(own(AVAILABLE, "true"));
    return Command201.Ending.with(Answer201.status("Accepted"), changes);
  }

  private static Command201.Ending notSupported() {
    return Command201.Ending.with(
        Answer201.status(FAILED, Reason.UNSUPPORTED_REQUEST, "the charger has no local list"),
        List.of(own(AVAILABLE, "false")));
  }

  private static Change own(String variable, String value) {
    return new ModelChange.OwnSet(VariablePath.ofStation(COMPONENT, variable).toString(), value);
  }
}
