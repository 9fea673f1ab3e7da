using ZorgverlenersPortaal.Dossier.Explanations;
using ZorgverlenersPortaal.Dossier.Review;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>A look that a review found, of which an officer can make a case. The reasons are the names of its rules.</summary>
public sealed class FoundLook
{
    private const int MostReasons = 20;

    /// <summary>Its first record: node/sequence.</summary>
    public string? Place { get; set; }

    /// <summary>True when it was drawn; false when a rule raised it.</summary>
    public bool IsDrawn { get; set; }

    /// <summary>Names of the rules, with spaces between them.</summary>
    public string? Rules { get; set; }

    /// <summary>As the page's form sends it.</summary>
    public static FoundLook Of(ReviewedLook look, bool isDrawn)
    {
        ArgumentNullException.ThrowIfNull(look);
        return new() { Place = ReviewText.Place(look.First), IsDrawn = isDrawn, Rules = string.Join(' ', look.Findings.Select(finding => ReviewText.Code(finding.Rule)).Distinct()) };
    }

    /// <summary>The case to open; null for what no page of ours sends.</summary>
    public CaseOpening? Opening()
    {
        var rules = (Rules ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return ReviewQuestion.Draw(Place) is { } place && rules.Length <= MostReasons && (IsDrawn || rules.Length > 0) && rules.All(rule => ReviewText.Rule(rule) is not null)
            ? new(IsDrawn ? CaseOrigin.Sample : CaseOrigin.Rule, place.Node, place.Sequence, rules.Length > 0 ? rules : [CaseText.SampleReason])
            : null;
    }
}
