namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>A refused line. It repeats nothing of what the line holds but the value at fault, shortened.</summary>
/// <param name="Line">Number of the line in the file; the header is line 1.</param>
/// <param name="Refusal">Why.</param>
/// <param name="Value">The value at fault, at most 40 characters, no control characters.</param>
public sealed record ImportLine(int Line, ImportRefusal Refusal, string Value);
