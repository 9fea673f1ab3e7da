using System.Globalization;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>What a refused person reads: what is wrong, and what to do (ui.md §10). Dutch.</summary>
/// <param name="Code">Stable code for the help desk, e.g. ZVP-L07.</param>
/// <param name="Title">What is wrong.</param>
/// <param name="Lead">One sentence more.</param>
/// <param name="Steps">What to do, in order.</param>
public sealed record RefusalText(string Code, string Title, string Lead, IReadOnlyList<string> Steps)
{
    private const int FirstEvent = 1400;
    private const int FirstDeziEvent = 1500;

    /// <summary>Event id in the operational log, one for each code: 1407 for ZVP-L07, 1507 for ZVP-D07 (docs/refusals.md).</summary>
    public int EventId => (Code[^3] == 'D' ? FirstDeziEvent : FirstEvent) + int.Parse(Code.AsSpan(Code.Length - 2), CultureInfo.InvariantCulture);
}
