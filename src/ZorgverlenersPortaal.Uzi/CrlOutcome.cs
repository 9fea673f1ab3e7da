namespace ZorgverlenersPortaal.Uzi;

/// <summary>What became of one offered revocation list.</summary>
/// <param name="Refusal">Null when the list is in use now.</param>
/// <param name="Issuer">Name of the CA on the list; empty when it could not be read.</param>
/// <param name="Detail">English, for the log: one line, at most 256 characters.</param>
public sealed record CrlOutcome(CrlRefusal? Refusal, string Issuer, string Detail)
{
    public bool Accepted => Refusal is null;
}
