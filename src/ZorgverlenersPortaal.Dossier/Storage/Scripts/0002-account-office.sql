ALTER TABLE account ADD COLUMN function TEXT NOT NULL DEFAULT 'CareProvider';
ALTER TABLE account ADD COLUMN confirmed_physician INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN in_training INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN practice_agb TEXT NULL;
ALTER TABLE account ADD COLUMN big_number TEXT NULL;
ALTER TABLE account ADD COLUMN email TEXT NULL;
ALTER TABLE account ADD COLUMN phone TEXT NULL;
ALTER TABLE account ADD COLUMN confirmed TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN block_reason TEXT NULL;
ALTER TABLE account ADD COLUMN blocked TEXT NULL;
ALTER TABLE account ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN block_code TEXT NULL;
UPDATE account SET confirmed = added;
CREATE INDEX account_agb ON account (agb);
CREATE TABLE account_request (
  id TEXT NOT NULL PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  received TEXT NOT NULL,
  name TEXT NOT NULL,
  uzi_number TEXT NOT NULL CHECK (length(uzi_number) = 9),
  agb TEXT NOT NULL,
  big_number TEXT NOT NULL,
  role TEXT NOT NULL,
  practice TEXT NOT NULL,
  email TEXT NULL,
  phone TEXT NULL,
  status TEXT NOT NULL,
  note TEXT NULL,
  first_approver TEXT NULL,
  practice_agb TEXT NULL,
  confirmed_physician INTEGER NOT NULL DEFAULT 0,
  decided TEXT NULL,
  code_shown INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX account_request_uzi ON account_request (uzi_number);
CREATE TABLE sign_in (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uzi_number TEXT NOT NULL,
  time TEXT NOT NULL,
  outcome TEXT NOT NULL,
  address TEXT NULL,
  card_serial TEXT NOT NULL,
  card_agb TEXT NULL,
  card_expires TEXT NOT NULL
);
CREATE INDEX sign_in_uzi ON sign_in (uzi_number, id);
