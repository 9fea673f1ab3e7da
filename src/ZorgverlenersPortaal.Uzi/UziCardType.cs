namespace ZorgverlenersPortaal.Uzi;

/// <summary>The kind of UZI card: the fourth part of the 2.5.5.5 name (CPS §7.1.5).</summary>
public enum UziCardType
{
    /// <summary>No UZI name could be read; only beside a refusal.</summary>
    None,

    /// <summary>Z, zorgverlenerpas: a care provider in person. The only type that signs in.</summary>
    CareProvider,

    /// <summary>N, medewerkerpas op naam: a named employee.</summary>
    NamedEmployee,

    /// <summary>M, medewerkerpas niet op naam: a function, nobody in person.</summary>
    UnnamedEmployee,

    /// <summary>S, servercertificaat: a machine.</summary>
    Server,
}
