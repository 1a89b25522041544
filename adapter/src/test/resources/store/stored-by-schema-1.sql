-- What the first schema looked like on the disk: a charger in the middle of a transaction, with a full outbox.
CREATE TABLE about (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

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
) WITHOUT ROWID;

CREATE TABLE piece (
  charger TEXT NOT NULL,
  kind TEXT NOT NULL,
  item TEXT NOT NULL,
  place BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (charger, kind, item)
) WITHOUT ROWID;

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
) WITHOUT ROWID;

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
) WITHOUT ROWID;

CREATE VIEW tx AS SELECT charger, CAST(item AS INTEGER) AS id, body FROM piece WHERE kind = 'tx';
CREATE VIEW wake_up AS SELECT charger, item AS reason, body AS due FROM piece WHERE kind = 'wake-up';
CREATE VIEW obligation AS SELECT charger, CAST(item AS INTEGER) AS tx, body AS tries FROM piece WHERE kind = 'must-stop';
CREATE VIEW dedup AS SELECT charger, CAST(item AS BIGINT) AS fingerprint, place FROM piece WHERE kind = 'seen';
INSERT INTO about VALUES ('schema', '1');
INSERT INTO charger VALUES ('CP-1', NULL, 0, 9, 3, 0, 1, 1, 1777629600000000);
INSERT INTO piece VALUES ('CP-1', 'state', 'head', 1, '{"version":"V15","contact":{"from":"http://10.1.2.3:8090/","source":"10.1.2.3","soap11":false,"later":{"unknown":[1]}}}');
INSERT INTO piece VALUES ('CP-1', 'state', 'registration', 2, '{"boot":{"chargePointVendor":"ACME","chargePointModel":"One"},"bootAt":"2026-05-01T09:00:00Z","status":"Accepted","intervalSeconds":300,"at":"2026-05-01T09:00:01Z","owed":false,"heartbeatAt":"1970-01-01T00:00:00Z","unknown":7}');
INSERT INTO piece VALUES ('CP-1', 'state', 'counters', 3, '{"lastTransaction":42}');
INSERT INTO piece VALUES ('CP-1', 'state', 'commands', 4, '{"remoteStarts":{},"triggered":{},"unsupported":["DataTransfer"]}');
INSERT INTO piece VALUES ('CP-1', 'state', 'settings', 5, '{"shadow":{"HeartBeatInterval":"300"}}');
INSERT INTO piece VALUES ('CP-1', 'state', 'places', 6, '{"told":{"1":"Occupied"},"problems":{},"lastEventId":3}');
INSERT INTO piece VALUES ('CP-1', 'tx', '42', 7, '{"id":42,"start":{"connectorId":1,"idTag":"TAG","timestamp":"2026-05-01T09:30:00Z","meterStart":1500.5},"startedAt":"2026-05-01T09:30:01Z","phase":"OPEN","endedAt":"+1000000000-12-31T23:59:59.999999999Z","told":{"status":"Accepted"},"csmsId":"900","startParked":false,"numberUsed":true}');
INSERT INTO piece VALUES ('CP-1', 'must-stop', '42', 8, '1');
INSERT INTO piece VALUES ('CP-1', 'seen', '5', 9, 'true');
INSERT INTO piece VALUES ('CP-1', 'seen', '-7', 10, 'true');
INSERT INTO piece VALUES ('CP-1', 'connector', '1', 11, '{"statusAt":"2026-05-01T09:30:00Z","faultedAt":"1970-01-01T00:00:00Z","endedSinceAvailable":false,"samples":[{"timestamp":"2026-05-01T09:31:00Z","sampledValue":[{"value":"1600"}]}],"samplesAt":"2026-05-01T09:31:00Z","unlockedAt":"1970-01-01T00:00:00Z"}');
INSERT INTO piece VALUES ('CP-1', 'token', 'younger', 13, '{"info":{"status":"Blocked"},"evses":[],"at":"2026-05-01T09:30:00Z"}');
INSERT INTO piece VALUES ('CP-1', 'token', 'older', 12, '{"info":{"status":"Accepted","expiryDate":"2026-06-01T00:00:00Z"},"at":"2026-05-01T09:29:00Z"}');
INSERT INTO piece VALUES ('CP-1', 'event', '42', 14, '{"nextSeqNo":4,"chargingState":"Charging"}');
INSERT INTO piece VALUES ('CP-1', 'wake-up', 'stop/42', 15, '"2026-05-01T10:00:00Z"');
INSERT INTO outbox VALUES ('CP-1', 7, 42, 0, 1777629600000000, 0, 1777629600000000, '{"action":"StartTransaction","payload":{"connectorId":1,"idTag":"TAG","meterStart":1501,"timestamp":"2026-05-01T09:30:00Z"},"delivery":"TRANSACTION","key":"","transaction":42}');
INSERT INTO outbox VALUES ('CP-1', 8, 42, 1, 1777629600000000, 0, 1777629600000000, '{"action":"MeterValues","payload":{"connectorId":1,"meterValue":[]},"delivery":"TRANSACTION","key":"","transaction":42}');
INSERT INTO outbox VALUES ('CP-1', 9, 42, 0, 1777629600000000, 0, 1777629600000000, '{"action":"StopTransaction","payload":{"meterStop":2000,"timestamp":"2026-05-01T09:50:00Z"},"delivery":"TRANSACTION","key":"","transaction":42}');
INSERT INTO dead_letter VALUES ('CP-1', 1, 1777629600000000, 'refused five times', 3, 1777629600000000, 5, '{"action":"StopTransaction","payload":{"transactionId":7},"delivery":"TRANSACTION","key":"","transaction":41}');
