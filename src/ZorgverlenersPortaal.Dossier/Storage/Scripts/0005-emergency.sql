CREATE TABLE emergency (
  id TEXT NOT NULL PRIMARY KEY,
  uzi_number TEXT NOT NULL CHECK (length(uzi_number) = 9),
  name TEXT NOT NULL,
  practice TEXT NULL,
  session TEXT NOT NULL,
  patient_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  words TEXT NOT NULL,
  opened TEXT NOT NULL,
  until TEXT NOT NULL,
  ended TEXT NULL,
  extends TEXT NULL REFERENCES emergency (id),
  gp_unresolved INTEGER NOT NULL,
  over_day INTEGER NOT NULL,
  case_state TEXT NOT NULL,
  account TEXT NULL,
  accounted TEXT NULL
);
CREATE INDEX emergency_look ON emergency (session, patient_id);
CREATE INDEX emergency_doctor ON emergency (uzi_number, opened);
CREATE INDEX emergency_case ON emergency (case_state, opened);
CREATE TABLE emergency_gp (
  emergency_id TEXT NOT NULL REFERENCES emergency (id),
  agb TEXT NOT NULL,
  PRIMARY KEY (emergency_id, agb)
);
CREATE INDEX emergency_gp_agb ON emergency_gp (agb);
