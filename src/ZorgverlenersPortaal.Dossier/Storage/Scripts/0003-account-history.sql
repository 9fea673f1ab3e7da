CREATE TABLE account_history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uzi_number TEXT NOT NULL,
  time TEXT NOT NULL,
  event INTEGER NOT NULL,
  actor TEXT NULL,
  changes TEXT NOT NULL
);
CREATE INDEX account_history_uzi ON account_history (uzi_number, id);
