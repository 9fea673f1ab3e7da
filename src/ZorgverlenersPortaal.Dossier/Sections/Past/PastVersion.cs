using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Past;

/// <summary>A version of the EPD's, named beside what is shown of it.</summary>
/// <param name="Number">The EPD's number of the version; null when it gives none.</param>
/// <param name="Stored">When the EPD stored it; null when it does not say.</param>
/// <param name="IsErrorNow">The EPD says now that it was recorded by mistake: that may never go unsaid beside what it said then (R10).</param>
public sealed record PastVersion(string? Number, DateTimeOffset? Stored, bool IsErrorNow)
{
    internal static PastVersion Of(Resource resource, bool isErrorNow) => new(resource.VersionId, VersionAt.StoredAt(resource), isErrorNow);
}
