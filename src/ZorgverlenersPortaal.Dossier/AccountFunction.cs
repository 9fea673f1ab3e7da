namespace ZorgverlenersPortaal.Dossier;

/// <summary>What an account is for. One person has one account and so one function: who watches does not look, who lets in does not watch.</summary>
public enum AccountFunction
{
    /// <summary>A doctor: sees patients, never the office's or the officer's pages.</summary>
    CareProvider,

    /// <summary>Security officer: judges what was looked at.</summary>
    SecurityOfficer,

    /// <summary>Portal administrator: lets doctors in and keeps them out.</summary>
    PortalAdministrator,
}
