-- The portal's own tables (accounts, delegations, emergencies): roles and a schema. Run once, in the portal's database, as an administrator:
--   psql -v ON_ERROR_STOP=1 -d portal -f 0002-portal.sql
-- Then two logins: one for the portal, that only reads and changes rows, and one for 'portal migrate', that makes the tables:
--   GRANT zvp_portal_user TO portal;
--   CREATE ROLE portal_migrate LOGIN PASSWORD '...'; GRANT zvp_portal_owner TO portal_migrate;
-- The tables themselves come with 'portal migrate', now and at every new version.
BEGIN;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'zvp_portal_owner') THEN CREATE ROLE zvp_portal_owner NOLOGIN; END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'zvp_portal_user') THEN CREATE ROLE zvp_portal_user NOLOGIN; END IF;
END $$;

CREATE SCHEMA portal AUTHORIZATION zvp_portal_owner;
SET LOCAL ROLE zvp_portal_owner;

CREATE TABLE portal.version(number integer PRIMARY KEY, applied timestamptz NOT NULL DEFAULT now());
GRANT USAGE ON SCHEMA portal TO zvp_portal_user;
GRANT SELECT ON portal.version TO zvp_portal_user;
-- What 'portal migrate' makes from here on.
ALTER DEFAULT PRIVILEGES IN SCHEMA portal GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO zvp_portal_user;
ALTER DEFAULT PRIVILEGES IN SCHEMA portal GRANT USAGE ON SEQUENCES TO zvp_portal_user;

COMMIT;
