using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>What one resource was at a moment: a version, not there yet, or that cannot be told.</summary>
/// <param name="Resource">The version; null when it was not there, or that cannot be told.</param>
/// <param name="IsUnclear">It cannot be told for certain: then nothing is shown of it, and that is said.</param>
internal sealed record VersionAt(Resource? Resource, bool IsUnclear)
{
    /// <summary>It did not exist at that moment.</summary>
    public static VersionAt NotThere { get; } = new(null, IsUnclear: false);

    /// <summary>It cannot be told.</summary>
    public static VersionAt Unclear { get; } = new(null, IsUnclear: true);

    /// <summary>References of versions that belonged to someone else (R4).</summary>
    public IReadOnlyList<string> Strangers { get; private init; } = [];

    /// <summary>
    /// The newest version stored at or before the moment. Of a history that is cut, has an entry without a resource (it was deleted for
    /// a time), holds something else, or misses the version of now, no version is chosen: an older one would pass for the one in force.
    /// </summary>
    public static VersionAt Of(EpdAnswer history, EpdQuery asked, string? current, DateTimeOffset moment)
    {
        var versions = history.Resources;
        if (history.IsIncomplete || current is null || !versions.All(v => v.ResourceType == asked.Type && v.Id == asked.Id && v.VersionId is not null && StoredAt(v) is not null)
            || versions.All(v => v.VersionId != current))
        {
            return Unclear with { Strangers = history.Strangers };
        }
        // Stable: of two versions stored at once the first one listed counts, for a history has the newest first.
        var newest = versions.Where(v => StoredAt(v) <= moment).OrderByDescending(StoredAt).FirstOrDefault();
        return newest is null ? NotThere : new(newest, IsUnclear: false);
    }

    /// <summary>When the EPD stored this version; null where it does not say the time.</summary>
    public static DateTimeOffset? StoredAt(Resource version) =>
        version.LastUpdated is { Precision: FhirDatePrecision.Time } stored ? stored.EarliestInstant(Periods.Zone) : null;
}
