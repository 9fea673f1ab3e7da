using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>The hospital's EPD, read-only. A seam: hospitals run STU3 and vendor adapters too (fhir.md §0).</summary>
internal interface IEpd
{
    /// <summary>Reads one resource; throws <see cref="EpdException"/> (also when it is someone else's: NotFound).</summary>
    Task<T> ReadAsync<T>(EpdGrant grant, EpdQuery query, CancellationToken cancellation) where T : Resource;

    /// <summary>Searches and follows pages within the limits; throws <see cref="EpdException"/>.</summary>
    Task<EpdAnswer> SearchAsync(EpdGrant grant, EpdQuery query, CancellationToken cancellation);

    /// <summary>
    /// What one resource was at a moment, by <paramref name="history"/>; <paramref name="current"/> is the version it has now, as a search
    /// gave it. Throws <see cref="EpdException"/>.
    /// </summary>
    Task<VersionAt> VersionAtAsync(EpdGrant grant, EpdQuery history, string? current, DateTimeOffset moment, CancellationToken cancellation);
}
