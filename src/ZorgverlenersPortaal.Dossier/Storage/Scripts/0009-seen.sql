-- What each doctor has seen, as keyed hashes (docs/adr/0035). The subject is one patient, or her lists; nothing can be read back.
CREATE TABLE seen (
  doctor TEXT NOT NULL,
  subject TEXT NOT NULL,
  area TEXT NOT NULL,
  listed INTEGER NOT NULL,
  items BLOB NOT NULL,
  looked TEXT NOT NULL,
  PRIMARY KEY (doctor, subject, area)
);
CREATE INDEX seen_looked ON seen (looked);
