-- Messages outside transactions that wait for the CSMS, in the order of seq. A younger one takes the place of older ones of its
-- topic, as far as the message says so.
CREATE TABLE kept (
  charger TEXT NOT NULL,
  seq BIGINT NOT NULL,
  topic TEXT NOT NULL,
  kept BIGINT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (charger, seq)
) ${clustered};

-- Dead letters that were dropped, too many or too old.
ALTER TABLE charger ADD COLUMN letters_dropped BIGINT NOT NULL DEFAULT 0;
