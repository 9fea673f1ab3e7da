namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>What was open at recent discharges.</summary>
/// <param name="Ended">The admissions that ended lately, newest first.</param>
/// <param name="Open">What was open, of those of them that had anything open.</param>
/// <param name="IsWithoutRequests">What was asked for and has no result could not be had, or may not be seen by this doctor.</param>
public sealed record DischargeOverview(IReadOnlyList<Admission> Ended, IReadOnlyList<DischargePending> Open, bool IsWithoutRequests)
{
    /// <summary>What is shown, as results and requests name themselves.</summary>
    internal IEnumerable<string> Sources => Open.SelectMany(o => o.Results.Select(r => r.Source).Concat(o.Requests.Select(r => r.Source)));
}
