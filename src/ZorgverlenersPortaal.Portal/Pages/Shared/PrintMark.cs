using ZorgverlenersPortaal.Dossier;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>What every sheet of a print says of who made it.</summary>
/// <param name="Who">Name, role and practice.</param>
/// <param name="When">Day and time.</param>
public sealed record PrintMark(string Who, string When)
{
    /// <summary>Whom every sheet is about, that none can be taken for another patient's; null for a list.</summary>
    public string? About { get; init; }

    /// <summary>The mark of this doctor at this moment.</summary>
    public static PrintMark Of(Visit visit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var provider = visit.Provider;
        return new(string.Join(", ", new[] { provider.Name, provider.Role.Dutch(), provider.PracticeName }.Where(part => part is not null)), Clock.DateAndTime(now));
    }
}
