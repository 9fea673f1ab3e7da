CREATE TABLE maintenance (
  id TEXT NOT NULL PRIMARY KEY,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  words TEXT NULL,
  planned_by TEXT NULL,
  withdrawn TEXT NULL,
  CHECK (ends > starts)
);
CREATE INDEX maintenance_ends ON maintenance (ends);
