ALTER TABLE emergency ADD COLUMN escalated TEXT NULL;
CREATE INDEX emergency_late ON emergency (opened) WHERE accounted IS NULL;
