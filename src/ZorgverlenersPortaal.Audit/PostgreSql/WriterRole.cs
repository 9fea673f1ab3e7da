using Npgsql;

namespace ZorgverlenersPortaal.Audit.PostgreSql;

/// <summary>What the role of the portal could do to the trail beyond adding to it.</summary>
internal static class WriterRole
{
    // Over every role it can become: what it inherits and what it could SET ROLE to.
    private const string Powers = """
        WITH it AS (SELECT r.oid, r.rolsuper, r.rolcreaterole FROM pg_roles r WHERE pg_has_role(session_user, r.oid, 'MEMBER')),
            of_trail AS (SELECT c.oid, c.relowner FROM pg_class c WHERE c.oid IN ('audit.record'::regclass, 'audit.patient'::regclass, 'audit.version'::regclass))
        SELECT
            (SELECT bool_or(rolsuper) FROM it),
            (SELECT bool_or(rolcreaterole) FROM it),
            EXISTS (SELECT FROM it JOIN of_trail ON it.oid = of_trail.relowner)
                OR EXISTS (SELECT FROM it JOIN pg_namespace n ON n.nspowner = it.oid AND n.nspname = 'audit')
                OR EXISTS (SELECT FROM it JOIN pg_database d ON d.datdba = it.oid AND d.datname = current_database()),
            EXISTS (SELECT FROM it, of_trail WHERE has_table_privilege(it.oid, of_trail.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
                OR has_any_column_privilege(it.oid, of_trail.oid, 'UPDATE'))
        """;

    /// <summary>Throws IOException when it may not even add.</summary>
    public static void RequireInsert(NpgsqlConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT has_table_privilege('audit.record', 'INSERT') AND has_table_privilege('audit.patient', 'INSERT')";
        if (command.ExecuteScalar() is not true)
        {
            throw new IOException("the portal's role may not add to it. Grant it zvp_audit_writer.");
        }
    }

    /// <summary>The strongest of them in words, or null.</summary>
    public static string? Weakness(NpgsqlConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Powers;
        using var row = command.ExecuteReader();
        row.Read();
        return row switch
        {
            _ when row.GetBoolean(0) => "it is, or can become, a superuser",
            _ when row.GetBoolean(1) => "it can make roles (CREATEROLE)",
            _ when row.GetBoolean(2) => "it owns, or can become the owner of, the tables, their schema or their database",
            _ when row.GetBoolean(3) => "it may UPDATE, DELETE or TRUNCATE in the trail, or put triggers on it",
            _ => null,
        };
    }
}
