using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>What a panel says beside, or in place of, its content.</summary>
/// <param name="Gone">Why there is no content; null when there is.</param>
/// <param name="IsIncomplete">Something may be missing.</param>
/// <param name="FetchedAt">When the EPD gave it, formatted.</param>
/// <param name="RetryUrl">Address of the page at this section.</param>
public sealed record PanelState(SectionGone? Gone, bool IsIncomplete, string FetchedAt, string RetryUrl)
{
    /// <summary>It can be fetched alone.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>Why the hospital does not open it to this role; null when it does.</summary>
    public SectionClosed? Closed { get; init; }
}
