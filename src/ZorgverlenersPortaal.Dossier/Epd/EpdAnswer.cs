using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>What a search gave, after every resource was checked against the grant.</summary>
internal sealed record EpdAnswer
{
    /// <summary>The resources that belong to the grant, matches and includes, each once.</summary>
    public required IReadOnlyList<Resource> Resources { get; init; }

    /// <summary>When the answer was complete.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>The list was longer than the limits, or a page could not be followed.</summary>
    public bool IsCut { get; init; }

    /// <summary>References of resources that belong to someone else: dropped, an incident (R4).</summary>
    public IReadOnlyList<string> Strangers { get; init; } = [];

    /// <summary>Entries that could not be read or that the EPD warned about: the list may not be complete.</summary>
    public int Warnings { get; init; }

    /// <summary>Search parameters that the server left out of its self link: it may not have honoured them.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Something may be missing; the section must say so.</summary>
    public bool IsIncomplete => IsCut || Strangers.Count > 0 || Warnings > 0;

    public IEnumerable<T> Of<T>() where T : Resource => Resources.OfType<T>();

    /// <summary>Two answers as one, as fresh as the oldest.</summary>
    public EpdAnswer And(EpdAnswer other) => new()
    {
        Resources = [.. Resources.Concat(other.Resources).DistinctBy(r => r.Reference)],
        FetchedAt = FetchedAt < other.FetchedAt ? FetchedAt : other.FetchedAt,
        IsCut = IsCut || other.IsCut,
        Strangers = [.. Strangers, .. other.Strangers],
        Warnings = Warnings + other.Warnings,
        Ignored = [.. Ignored, .. other.Ignored],
    };
}
