using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>
/// A place in the results of one search; the matches are those of the moment it was asked, so pages never shift.
/// </summary>
internal sealed record SearchPage(SearchPlan Plan, IReadOnlyList<StoredResource> Matches, int Offset)
{
    public IReadOnlyList<StoredResource> Items => [.. Matches.Skip(Offset).Take(Plan.Count)];

    public SearchPage? Next => Offset + Plan.Count < Matches.Count ? this with { Offset = Offset + Plan.Count } : null;
}
