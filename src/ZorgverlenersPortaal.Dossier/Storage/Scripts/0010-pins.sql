-- Patients a doctor pinned or opened last, as keyed hashes (docs/adr/0034). Place counts what she opened, 0: not opened; nothing can be read back.
CREATE TABLE pin (
  doctor TEXT NOT NULL,
  subject TEXT NOT NULL,
  pinned INTEGER NOT NULL,
  place INTEGER NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (doctor, subject)
);
CREATE INDEX pin_day ON pin (day);
