namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Treatment limitations for the banner and the list. Never blank, and "geen" only when that is certain (R7).</summary>
/// <param name="State">What is known.</param>
/// <param name="Current">The directives in force, the refusing ones first.</param>
public sealed record DirectiveSummary(DirectiveState State, IReadOnlyList<TreatmentDirective> Current)
{
    /// <summary>Not to be had now.</summary>
    public static DirectiveSummary Unavailable { get; } = new(DirectiveState.Unavailable, []);

    /// <summary>The summary of one patient's directives.</summary>
    /// <param name="directives">All that were read, ended ones too.</param>
    /// <param name="mayMiss">Something may be missing: cut, unreadable, withheld, a second record.</param>
    public static DirectiveSummary Of(IEnumerable<TreatmentDirective> directives, bool mayMiss)
    {
        var current = directives.Where(d => d.IsCurrent).ToList();
        return new(mayMiss ? DirectiveState.Incomplete : current.Count > 0 ? DirectiveState.Recorded : DirectiveState.NoneFound, current);
    }
}
