ALTER TABLE account ADD COLUMN practice_manager INTEGER NOT NULL DEFAULT 0;
CREATE INDEX account_practice_agb ON account (practice_agb);
CREATE TABLE delegation (
  id TEXT NOT NULL PRIMARY KEY,
  giver_uzi TEXT NOT NULL CHECK (length(giver_uzi) = 9),
  receiver_uzi TEXT NULL CHECK (length(receiver_uzi) = 9),
  receiver_practice TEXT NULL CHECK (length(receiver_practice) = 8),
  first_day TEXT NOT NULL CHECK (length(first_day) = 10),
  last_day TEXT NOT NULL CHECK (last_day >= first_day),
  shifts TEXT NOT NULL,
  note TEXT NULL,
  covers_practice INTEGER NOT NULL,
  made TEXT NOT NULL,
  made_by TEXT NOT NULL,
  accepted TEXT NULL,
  accepted_by TEXT NULL,
  approved TEXT NULL,
  approved_by TEXT NULL,
  reconfirmed TEXT NULL,
  ended TEXT NULL,
  ended_by TEXT NULL,
  CHECK ((receiver_uzi IS NULL) <> (receiver_practice IS NULL)),
  CHECK (receiver_uzi IS NULL OR receiver_uzi <> giver_uzi)
);
CREATE INDEX delegation_giver ON delegation (giver_uzi, last_day);
CREATE INDEX delegation_receiver ON delegation (receiver_uzi, last_day);
CREATE INDEX delegation_practice ON delegation (receiver_practice, last_day);
