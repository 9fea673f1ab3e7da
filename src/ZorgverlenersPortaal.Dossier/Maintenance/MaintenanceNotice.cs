using System.Data.Common;
using Microsoft.Extensions.Hosting;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Maintenance;

/// <summary>
/// The maintenance that pages announce, read every quarter of a minute and never by a page: also the page that says that the database
/// is gone announces it.
/// </summary>
public sealed class MaintenanceNotice(Database database, TimeProvider clock) : IHostedService, IDisposable
{
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _beforehand = TimeSpan.FromDays(7);

    private volatile IReadOnlyList<MaintenanceWindow> _ahead = [];
    private ITimer? _timer;

    /// <summary>What goes on now, or else begins within a week; null for nothing.</summary>
    public MaintenanceWindow? Current
    {
        get
        {
            var now = clock.GetUtcNow();
            return _ahead.FirstOrDefault(window => window.Ends > now && window.Starts - now <= _beforehand);
        }
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Read();
        _timer = clock.CreateTimer(_ => Read(), null, _between, _between);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _timer?.Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose() => _timer?.Dispose();

    internal void Read()
    {
        try
        {
            using var connection = database.Open();
            _ahead = MaintenanceTable.AheadOf(connection, clock.GetUtcNow());
        }
        catch (DbException)
        {
            // What was read last stands; whoever needs the database says that it is gone.
        }
    }
}
