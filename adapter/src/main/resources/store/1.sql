-- The first schema. Both SQLite and PostgreSQL read it; ${clustered} is what makes SQLite keep the rows of one charger side
-- by side, so that a message costs few pages. Times are microseconds since 1970.

-- Of the whole store: one row a name.
CREATE TABLE about (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

-- One row for each charger ever heard: who serves it, and where its counters stand. A node writes only under the epoch it has.
CREATE TABLE charger (
  id TEXT NOT NULL PRIMARY KEY,
  owner TEXT,
  epoch BIGINT NOT NULL,
  last_seq BIGINT NOT NULL,
  waiting INTEGER NOT NULL,
  thinned BIGINT NOT NULL,
  last_letter BIGINT NOT NULL,
  letters INTEGER NOT NULL,
  last_heard BIGINT
) ${clustered};

-- What is known of a charger, in pieces: kind and item name the piece, place orders the pieces of a kind, oldest first.
CREATE TABLE piece (
  charger TEXT NOT NULL,
  kind TEXT NOT NULL,
  item TEXT NOT NULL,
  place BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (charger, kind, item)
) ${clustered};

-- Transaction messages that wait for the CSMS, in the order of seq. Thin is 1 for those that may be left out when too many wait.
CREATE TABLE outbox (
  charger TEXT NOT NULL,
  seq BIGINT NOT NULL,
  tx INTEGER,
  thin SMALLINT NOT NULL,
  appended BIGINT NOT NULL,
  attempts INTEGER NOT NULL,
  not_before BIGINT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (charger, seq)
) ${clustered};

-- Messages that were given up. Only a person takes one out.
CREATE TABLE dead_letter (
  charger TEXT NOT NULL,
  number BIGINT NOT NULL,
  parked BIGINT NOT NULL,
  reason TEXT NOT NULL,
  seq BIGINT NOT NULL,
  appended BIGINT NOT NULL,
  attempts INTEGER NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (charger, number)
) ${clustered};

-- For people and their tools.
CREATE VIEW tx AS SELECT charger, CAST(item AS INTEGER) AS id, body FROM piece WHERE kind = 'tx';
CREATE VIEW wake_up AS SELECT charger, item AS reason, body AS due FROM piece WHERE kind = 'wake-up';
CREATE VIEW obligation AS SELECT charger, CAST(item AS INTEGER) AS tx, body AS tries FROM piece WHERE kind = 'must-stop';
CREATE VIEW dedup AS SELECT charger, CAST(item AS BIGINT) AS fingerprint, place FROM piece WHERE kind = 'seen';
