CREATE TABLE account (
  uzi_number TEXT NOT NULL PRIMARY KEY CHECK (length(uzi_number) = 9),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  agb TEXT NULL,
  practice TEXT NULL,
  status TEXT NOT NULL,
  added TEXT NOT NULL,
  changed TEXT NOT NULL
);
