CREATE TABLE role_matrix (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number > 1),
  cells TEXT NOT NULL,
  effective TEXT NOT NULL,
  status TEXT NOT NULL,
  reason TEXT NOT NULL,
  proposed TEXT NOT NULL,
  proposer TEXT NOT NULL,
  proposer_name TEXT NULL,
  decided TEXT NULL,
  decider TEXT NULL,
  decider_name TEXT NULL,
  note TEXT NULL,
  CHECK (status <> 'Approved' OR decider <> proposer)
);
CREATE UNIQUE INDEX role_matrix_open ON role_matrix (status) WHERE status = 'Proposed';
CREATE TABLE patient_protection (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  patient_id TEXT NULL,
  bsn_seal TEXT NULL,
  bsn_end TEXT NULL,
  against TEXT NULL,
  reason TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NULL,
  added_by TEXT NULL,
  ended_by TEXT NULL,
  CHECK (patient_id IS NOT NULL OR bsn_seal IS NOT NULL)
);
CREATE INDEX patient_protection_patient ON patient_protection (patient_id);
CREATE INDEX patient_protection_bsn ON patient_protection (bsn_seal);
CREATE TABLE bsn_seal (
  proof TEXT NOT NULL PRIMARY KEY
);
