using ZorgverlenersPortaal.Dossier.Remembered;
using ZorgverlenersPortaal.Dossier.Sections.Results;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>What the laboratory marked of late, as the summary shows it.</summary>
/// <param name="Results">The results.</param>
/// <param name="Mark">New, changed or neither, of a test.</param>
public sealed record AbnormalView(AbnormalResults Results, Func<TestResult, NewMark> Mark)
{
    /// <summary>More stand on the page of the group.</summary>
    public const int Most = 12;

    /// <summary>What is shown.</summary>
    public IEnumerable<TestResult> Tests => Results.Tests.Take(Most);

    /// <summary>How many are not.</summary>
    public int More => Math.Max(0, Results.Tests.Count - Most);
}
