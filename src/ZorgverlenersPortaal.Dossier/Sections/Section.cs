using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>
/// One section of a record: content, or the failure that kept it away. A failure is never an empty list (R7).
/// </summary>
/// <typeparam name="T">What the section shows.</typeparam>
public sealed record Section<T> where T : class
{
    /// <summary>Which section.</summary>
    public required DossierCategory Category { get; init; }

    /// <summary>The content; null when it could not be fetched.</summary>
    public T? Content { get; init; }

    /// <summary>Why there is no content.</summary>
    public EpdFailure? Failure { get; init; }

    /// <summary>When the EPD gave it, or failed to.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>The moment it is shown as it was at; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Something may be missing: cut, unreadable, a warning of the EPD, or a stranger's resource dropped.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>What is shown, as <c>Type/id/version</c>, for the trail.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>References that belonged to someone else and were dropped (R4).</summary>
    public IReadOnlyList<string> Strangers { get; init; } = [];
}
