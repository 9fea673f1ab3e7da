CREATE TABLE review_case (
  id TEXT NOT NULL PRIMARY KEY,
  subject TEXT NOT NULL UNIQUE,
  origin TEXT NOT NULL,
  reasons TEXT NOT NULL,
  opened TEXT NOT NULL,
  look_time TEXT NOT NULL,
  look_event INTEGER NOT NULL,
  doctor_uzi TEXT NOT NULL,
  doctor_name TEXT NULL,
  emergency_id TEXT NULL,
  frozen TEXT NULL,
  state TEXT NOT NULL,
  due TEXT NULL,
  owner TEXT NULL,
  owner_name TEXT NULL,
  judge TEXT NULL,
  seconder TEXT NULL,
  verdict TEXT NULL,
  CHECK (state <> 'Breach' OR (judge IS NOT NULL AND seconder IS NOT NULL AND judge <> seconder))
);
CREATE INDEX review_case_state ON review_case (state, due);
CREATE INDEX review_case_doctor ON review_case (doctor_uzi, state);
CREATE INDEX review_case_emergency ON review_case (emergency_id);
CREATE TABLE review_evidence (
  case_id TEXT NOT NULL REFERENCES review_case (id),
  node TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (case_id, node, sequence)
);
CREATE INDEX review_evidence_place ON review_evidence (node, sequence);
CREATE TABLE review_step (
  case_id TEXT NOT NULL REFERENCES review_case (id),
  number INTEGER NOT NULL,
  time TEXT NOT NULL,
  step TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  due TEXT NULL,
  by_uzi TEXT NULL,
  by_name TEXT NULL,
  words TEXT NULL,
  verdict TEXT NULL,
  minutes INTEGER NULL,
  PRIMARY KEY (case_id, number)
);
CREATE TABLE review_recusal (
  case_id TEXT NOT NULL REFERENCES review_case (id),
  uzi_number TEXT NOT NULL,
  time TEXT NOT NULL,
  PRIMARY KEY (case_id, uzi_number)
);
