namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>What an import did, or would do.</summary>
/// <param name="Lines">Accounts in the file.</param>
/// <param name="Refused">Every refused line; any at all means that nothing was added.</param>
/// <param name="IsAdded">The accounts are there, recorded.</param>
public sealed record ImportResult(int Lines, IReadOnlyList<ImportLine> Refused, bool IsAdded);
