package org.ocppbridge.adapter.ledger;

/**
 * What became of exchanges since the start.
 *
 * @param written kept on disk
 * @param leftOut not kept, because too many came at once or the disk took none
 * @param bytes on disk now
 * @param segments files now
 */
public record LedgerCounts(long written, long leftOut, long bytes, int segments) {}
