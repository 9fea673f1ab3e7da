using System.Diagnostics;
using System.Globalization;
using Npgsql;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A PostgreSQL of the tests' own, on a port of the loopback and in a temporary folder; a database per test.</summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private const string Template = "trail_template";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("postgresql-");
    private readonly int _port = Ports.Free();
    private ServerProgram? _program;
    private int _databases;

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static string[] AsOther => Environment.UserName == "root" ? ["--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--"] : ["--"];

    /// <summary>Where it listens.</summary>
    public int Port => _port;

    private string Data => Path.Combine(_folder.FullName, "data");

    public async Task InitializeAsync()
    {
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", "nobody", _folder.FullName);
        }
        await RunAsync("setpriv", [.. AsOther, ServerProgram.Find("initdb")!, "-D", Data, "-U", "postgres", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"]);
        await StartAgainAsync();
        Execute("postgres", "CREATE DATABASE " + Template);
        Execute(Template, Script("0001-audit-trail.sql"));
        Execute(Template, Script("0002-portal.sql"));
        Execute("postgres", "CREATE ROLE portal LOGIN IN ROLE zvp_audit_writer, zvp_portal_user; CREATE ROLE migrator LOGIN IN ROLE zvp_portal_owner; CREATE ROLE verifier LOGIN IN ROLE zvp_audit_reader; CREATE ROLE stranger LOGIN");
        Database.Migrate(Storage(Template));
    }

    /// <summary>Starts on the data it left behind.</summary>
    public async Task StartAgainAsync()
    {
        _program = await ServerProgram.StartAsync("setpriv", _port,
        [
            .. AsOther, ServerProgram.Find("postgres")!, "-D", Data, "-p", _port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=60", "-c", "shared_buffers=32MB",
        ]);
        // It listens before it has read its log.
        while (!IsReady())
        {
            await Task.Yield();
        }
    }

    /// <summary>SIGKILL: of the server and of everything it started.</summary>
    public void Kill()
    {
        _program?.Dispose();
        _program = null;
    }

    /// <summary>The connection string of a database with an empty trail, and its name.</summary>
    public string NewDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"trail_{Interlocked.Increment(ref _databases)}");
        Execute("postgres", $"CREATE DATABASE {name} TEMPLATE {Template}");
        return name;
    }

    /// <summary>The same with no table of the portal's own.</summary>
    public string NewEmptyDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"empty_{Interlocked.Increment(ref _databases)}");
        Execute("postgres", $"CREATE DATABASE {name}");
        Execute(name, Script("0002-portal.sql"));
        return name;
    }

    /// <summary>The portal's settings for its accounts in a database; <c>portal migrate</c> has a role of its own.</summary>
    public StorageOptions Storage(string database) => new()
    {
        Provider = "PostgreSql",
        ConnectionString = ConnectionString(database),
        MaintenanceConnectionString = ConnectionString(database, "migrator"),
        KeyFolder = Path.Combine(_folder.FullName, "keys", database),
        // A machine full of other tests may stand still for a while.
        TimeoutSeconds = 30,
    };

    private static string Script(string name) => File.ReadAllText(Architecture.Repository.Path("ops", "deploy", "postgresql", name));

    /// <summary>STOP and CONT: of the server and of everything it started.</summary>
    public void Signal(string signal) => _program!.SignalTree(signal);

    public string ConnectionString(string database, string user = "portal") =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Database={database};Username={user};SSL Mode=Disable");

    /// <summary>As the administrator, over a connection of its own.</summary>
    public void Execute(string database, string sql)
    {
        using var connection = Open(database);
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Changes a setting of the whole server and waits until new sessions have it.</summary>
    public void Set(string setting, string value)
    {
        Execute("postgres", $"ALTER SYSTEM SET {setting} = {value}");
        Execute("postgres", "SELECT pg_reload_conf()");
        while (Ask("SHOW " + setting) != value)
        {
            Thread.Yield();
        }
    }

    public NpgsqlConnection Open(string database, string user = "postgres")
    {
        var connection = new NpgsqlConnection(ConnectionString(database, user) + ";Pooling=false");
        connection.Open();
        return connection;
    }

    public Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        Kill();
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private string? Ask(string sql)
    {
        using var connection = Open("postgres");
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar() as string;
    }

    private bool IsReady()
    {
        try
        {
            Execute("postgres", "SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Join('\n', await said));
    }
}
