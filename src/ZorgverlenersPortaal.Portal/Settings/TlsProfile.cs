namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>How strict the TLS edge is (docs/adr/0018); both refuse weak server keys and groups.</summary>
public enum TlsProfile
{
    /// <summary>TLS 1.3 only: NCSC "Goed" of 2021, "Voldoende" of 2025-05.</summary>
    Good,

    /// <summary>TLS 1.2 as well, for card software that cannot do RSA-PSS: NCSC "Voldoende". A loosening (R13).</summary>
    Sufficient,
}
