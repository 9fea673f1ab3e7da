namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>The entry of the main menu that a page belongs to; <see cref="None"/> marks no entry as current.</summary>
public enum PageSection
{
    None,
    Patients,

    /// <summary>A record in an emergency.</summary>
    Emergency,

    Account,
    Help,

    /// <summary>Of the office: requests and all accounts.</summary>
    Accounts,

    /// <summary>Of the office: accounts that have to be confirmed again.</summary>
    Reconfirmation,

    /// <summary>Of the office: numbers that two people use.</summary>
    Conflicts,

    /// <summary>Of the security officer.</summary>
    Oversight,
}
