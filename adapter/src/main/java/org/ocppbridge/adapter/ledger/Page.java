package org.ocppbridge.adapter.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param exchanges the newest first
 * @param next to be given as {@code before} for the next page; empty: there is no more. A page may
 *     hold less than was asked for, even nothing, and still have a next one: the work of one search
 *     is bounded
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Page(List<Exchange> exchanges, Optional<Long> next) {}
