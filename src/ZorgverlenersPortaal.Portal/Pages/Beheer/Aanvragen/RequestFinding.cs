using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Aanvragen;

/// <summary>One line of the automatic check.</summary>
/// <param name="IsGood">Nothing was found.</param>
/// <param name="Text">What was looked at, or what was found.</param>
public sealed record RequestFinding(bool IsGood, string Text)
{
    private static readonly RequestConflict[] _uzi = [RequestConflict.AccountExists, RequestConflict.OtherOpenRequest];
    private static readonly RequestConflict[] _agb = [RequestConflict.AgbInUse, RequestConflict.AgbIsPracticeCode, RequestConflict.AgbKindUnknown];

    /// <summary>What the portal itself could look at; the BIG register it cannot.</summary>
    public static IReadOnlyList<RequestFinding> Of(ReviewedRequest reviewed)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        return
        [
            .. Lines(reviewed.Conflicts, _uzi, "UZI-nummer is nog vrij"),
            .. Lines(reviewed.Conflicts, _agb, "AGB-code hoort bij een arts en is nog vrij"),
            new(true, "BIG-nummer heeft de juiste vorm"),
        ];
    }

    private static List<RequestFinding> Lines(IReadOnlyList<RequestConflict> found, RequestConflict[] looked, string good)
    {
        var bad = found.Where(looked.Contains).Select(conflict => new RequestFinding(false, conflict.Dutch())).ToList();
        return bad.Count > 0 ? bad : [new(true, good)];
    }
}
