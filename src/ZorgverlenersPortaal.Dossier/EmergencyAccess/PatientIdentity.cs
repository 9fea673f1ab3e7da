namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>
/// Whom a doctor asks for by what she knows of the person: BSN and birth date, or surname, birth date and postcode. Nothing
/// less is searched for (R16).
/// </summary>
public sealed record PatientIdentity
{
    private PatientIdentity(DateOnly birthDate) => BirthDate = birthDate;

    /// <summary>The BSN, or null when she is asked for by name.</summary>
    public Bsn? Bsn { get; private init; }

    /// <summary>The whole birth date.</summary>
    public DateOnly BirthDate { get; }

    /// <summary>The surname as typed; null when she is asked for by BSN.</summary>
    public string? Surname { get; private init; }

    /// <summary>Four digits and two capitals; null when she is asked for by BSN.</summary>
    public string? Postcode { get; private init; }

    /// <summary>For the trail: <c>bsn</c> or <c>name</c>.</summary>
    public string Kind => Bsn is null ? "name" : "bsn";

    /// <summary>By number.</summary>
    public static PatientIdentity ByBsn(Bsn bsn, DateOnly birthDate) => new(birthDate) { Bsn = bsn };

    /// <summary>By name.</summary>
    public static PatientIdentity ByName(string surname, DateOnly birthDate, string postcode) =>
        new(birthDate) { Surname = surname, Postcode = postcode };

    /// <summary>Without the person, so that an accidental interpolation shows nobody (R6).</summary>
    public override string ToString() => Kind;
}
