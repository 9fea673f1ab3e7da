namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>What is open of one patient.</summary>
/// <param name="Results">Asked for, partly known or not final; newest first.</param>
/// <param name="Requests">Asked for, and of which no result was found.</param>
/// <param name="NotUnderstood">How many are open that cannot be shown safely (R10).</param>
public sealed record OpenResults(IReadOnlyList<PendingResult> Results, IReadOnlyList<OpenRequest> Requests, int NotUnderstood)
{
    /// <summary>Nothing was found; whether that is all there is, the list says.</summary>
    internal static OpenResults None { get; } = new([], [], 0);

    /// <summary>There is something.</summary>
    public bool IsAny => Results.Count + Requests.Count + NotUnderstood > 0;
}
