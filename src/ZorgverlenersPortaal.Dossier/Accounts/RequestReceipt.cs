namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>What the applicant is told. The same whether or not there is such an account (R16).</summary>
/// <param name="Reference">Unguessable code to follow the request with; shown once. Null when nothing was taken in.</param>
/// <param name="Faults">What is wrong with it, all at once.</param>
/// <param name="IsTooMany">Too many requests from this address; nothing was looked at.</param>
public sealed record RequestReceipt(string? Reference, IReadOnlyList<RequestFault> Faults, bool IsTooMany = false)
{
    /// <summary>The request is with the office.</summary>
    public bool IsTaken => Reference is not null;
}
