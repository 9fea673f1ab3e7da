using Microsoft.Extensions.Logging;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Live;

/// <summary>The lists that somebody at this node has on the screen. None is looked at when nobody looks.</summary>
public sealed partial class ListWatches : IDisposable
{
    private readonly Dictionary<string, ListWatch> _watches = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly ListLook _look;
    private readonly AuditTrail _trail;
    private readonly EpdOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly IDisposable _listening;

    internal ListWatches(ListLook look, AuditTrail trail, EpdOptions options, EpdNews news, (TimeProvider Clock, ILogger Logger) around)
    {
        (_look, _trail, _options, (_clock, _logger)) = (look, trail, options, around);
        _listening = news.Subscribe(Wake);
    }

    /// <summary>
    /// Watches the list of a grant for a page that shows <paramref name="version"/> (<see cref="PatientList.Version"/>; null is
    /// out of date by itself). Recorded once, here; throws <see cref="AuditUnavailableException"/> when it cannot be.
    /// </summary>
    public async Task<ListViewer> OpenAsync(ListGrant grant, string? version)
    {
        ArgumentNullException.ThrowIfNull(grant);
        await _trail.AppendAsync(
            grant.Decision.Record(grant.Visit, AuditEventType.ListWatched, AuditOutcome.Success, _clock.GetUtcNow()), CancellationToken.None);
        // Who is in the same scope may read the same list, so that one look answers for all (R1).
        var scope = grant.Scope;
        var viewer = new ListViewer(grant.Visit, scope, version, one => Leave(scope, one));
        lock (_gate)
        {
            if (!_watches.TryGetValue(scope, out var watch))
            {
                _watches[scope] = watch = new(_look, TimeSpan.FromSeconds(_options.PollSeconds), _clock, error => LookFailed(_logger, error));
            }
            watch.Add(viewer);
        }
        return viewer;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _listening.Dispose();
        lock (_gate)
        {
            foreach (var watch in _watches.Values)
            {
                watch.Dispose();
            }
            _watches.Clear();
        }
    }

    private void Leave(string scope, ListViewer viewer)
    {
        ListWatch? watch;
        lock (_gate)
        {
            if (!_watches.TryGetValue(scope, out watch) || !watch.Remove(viewer))
            {
                return;
            }
            _watches.Remove(scope);
        }
        watch.Dispose();
    }

    private void Wake()
    {
        lock (_gate)
        {
            foreach (var watch in _watches.Values)
            {
                watch.Wake();
            }
        }
    }

    [LoggerMessage(EventId = 2040, Level = LogLevel.Error, Message = "A list on a screen could not be looked at; its pages say that they are not live")]
    private static partial void LookFailed(ILogger logger, Exception error);
}
