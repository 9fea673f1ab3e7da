namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>How far a request for an account is.</summary>
public enum RequestStatus
{
    /// <summary>The office has it.</summary>
    Received,

    /// <summary>The office asked the applicant something.</summary>
    SupplementAsked,

    /// <summary>There is an account now.</summary>
    Approved,

    /// <summary>No account, with the reason.</summary>
    Refused,
}
