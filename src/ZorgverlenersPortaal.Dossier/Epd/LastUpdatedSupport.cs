namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>Does the EPD say in its CapabilityStatement that it can search by <c>_lastUpdated</c>? Asked once a day; what cannot be read counts as no.</summary>
internal sealed class LastUpdatedSupport(EpdTransport transport, EpdOptions options, TimeProvider clock)
{
    private static readonly TimeSpan _kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan _keptWhenUnread = TimeSpan.FromMinutes(10);
    private static readonly string[] _types = ["Consent", "Encounter", "Patient", "PractitionerRole"];

    /// <summary>Replaced whole; two that ask at once ask twice, no more.</summary>
    private volatile Finding? _found;

    public async Task<bool> HasAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (_found is not { } found || found.Until <= now)
        {
            var has = await AskAsync(cancellation);
            _found = found = new(has == true, now + (has is null ? _keptWhenUnread : _kept));
        }
        return found.Has;
    }

    private async Task<bool?> AskAsync(CancellationToken cancellation)
    {
        try
        {
            var statement = await EpdCapabilities.ReadAsync(transport, options, cancellation);
            return Array.TrueForAll(_types, type => statement.Find(type)?.SearchParameters.Contains("_lastUpdated") == true);
        }
        catch (EpdException)
        {
            return null;
        }
    }

    private sealed record Finding(bool Has, DateTimeOffset Until);
}
