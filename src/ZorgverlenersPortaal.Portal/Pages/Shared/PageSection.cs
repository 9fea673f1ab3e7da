namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>The entry of the main menu that a page belongs to; <see cref="None"/> marks no entry as current.</summary>
public enum PageSection
{
    None,
    Patients,

    /// <summary>A record in an emergency.</summary>
    Emergency,

    /// <summary>What officers ask a doctor.</summary>
    Questions,

    Account,
    Help,

    /// <summary>Of the office: requests and all accounts.</summary>
    Accounts,

    /// <summary>Of the office: accounts that have to be confirmed again.</summary>
    Reconfirmation,

    /// <summary>Of the office: numbers that two people use.</summary>
    Conflicts,

    /// <summary>Of the office and the officer: which role sees what.</summary>
    Rights,

    /// <summary>Of the office: patients who object, and records the hospital restricts.</summary>
    Protection,

    /// <summary>Who stands in for whom; of doctors and of the office.</summary>
    Delegations,

    /// <summary>Of the security officer.</summary>
    Oversight,

    /// <summary>Of the security officer: looks to judge.</summary>
    Cases,

    /// <summary>Of the security officer: who looked at what.</summary>
    AuditLog,
}
