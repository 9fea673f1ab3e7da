-- The audit trail: its roles and its tables. Run once, in the portal's database, as an administrator:
--   psql -v ON_ERROR_STOP=1 -d portal -f 0001-audit-trail.sql
-- Then give the portal a login of its own that has nothing but the writer's rights, and whoever verifies the reader's:
--   CREATE ROLE portal LOGIN PASSWORD '...'; GRANT zvp_audit_writer TO portal;
-- Scripts only go forward: what has been run is never changed, the next one has the next number.
BEGIN;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'zvp_audit_owner') THEN CREATE ROLE zvp_audit_owner NOLOGIN; END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'zvp_audit_writer') THEN CREATE ROLE zvp_audit_writer NOLOGIN; END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'zvp_audit_reader') THEN CREATE ROLE zvp_audit_reader NOLOGIN; END IF;
END $$;

CREATE SCHEMA audit AUTHORIZATION zvp_audit_owner;
SET LOCAL ROLE zvp_audit_owner;

-- Columns beside the payload are copies to search by; texts compare by their bytes, as they do in SQLite.
CREATE TABLE audit.record(
    node text COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    time text COLLATE "C" NOT NULL,
    event integer NOT NULL,
    outcome integer NOT NULL,
    actor text COLLATE "C",
    request_id text COLLATE "C" NOT NULL,
    payload bytea NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY(node, sequence));
CREATE INDEX record_by_time ON audit.record(node, time, sequence);

-- No foreign key: it would cost a look-up per patient, and verification compares every row with its record.
CREATE TABLE audit.patient(
    node text COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    position integer NOT NULL,
    epd_id text COLLATE "C" NOT NULL,
    bsn text COLLATE "C",
    PRIMARY KEY(node, sequence, position));
CREATE INDEX patient_by_epd_id ON audit.patient(epd_id, node, sequence);
CREATE INDEX patient_by_bsn ON audit.patient(bsn, node, sequence) WHERE bsn IS NOT NULL;

CREATE TABLE audit.version(number integer PRIMARY KEY, applied timestamptz NOT NULL DEFAULT now());
INSERT INTO audit.version(number) VALUES(1);

-- The rights are what protects the trail; the triggers keep its owner from an accident.
CREATE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.record FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.patient FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

REVOKE ALL ON ALL TABLES IN SCHEMA audit FROM PUBLIC;
GRANT USAGE ON SCHEMA audit TO zvp_audit_writer, zvp_audit_reader;
GRANT SELECT ON audit.record, audit.patient, audit.version TO zvp_audit_writer, zvp_audit_reader;
GRANT INSERT ON audit.record, audit.patient TO zvp_audit_writer;

COMMIT;
