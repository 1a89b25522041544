package org.ocppbridge.adapter.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * What an operator wants to know of a charger at a glance. Every text comes from outside and is
 * hostile until it is escaped.
 *
 * @param id its identity
 * @param soap its SOAP version
 * @param lastHeard when it last sent something
 * @param callback where it can be called; empty if it cannot
 * @param callbackProblem why it cannot be called, in words
 * @param target the name of its CSMS in the settings
 * @param protocol what that CSMS speaks
 * @param link state of the WebSocket
 * @param linkTrouble why the link is not up, in words
 * @param registration what the CSMS said to its BootNotification
 * @param openTransactions the charger's numbers of open transactions
 * @param waiting messages waiting for the CSMS
 * @param dropped messages outside transactions that were dropped because too many waited
 * @param deadLetters messages that were given up, the oldest first
 * @param deadLettersForgotten older ones, which are not listed here
 * @param leg what protects the charger's own leg, in words: honest where it is nothing
 * @param warnings what needs attention, in words
 * @param alarms what may be an attack, in words
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChargerStatus(
    String id,
    String soap,
    Instant lastHeard,
    String callback,
    String callbackProblem,
    String target,
    String protocol,
    String link,
    String linkTrouble,
    String registration,
    List<Integer> openTransactions,
    int waiting,
    long dropped,
    List<DeadLetterStatus> deadLetters,
    long deadLettersForgotten,
    String leg,
    List<String> warnings,
    List<String> alarms) {}
