namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>What a doctor typed to open a record in an emergency, exactly as it was sent.</summary>
public sealed class EmergencyForm
{
    /// <summary>The patient's BSN; when it is filled in, surname and postcode are not looked at.</summary>
    public string? Bsn { get; set; }

    /// <summary>Day of birth.</summary>
    public string? Day { get; set; }

    /// <summary>Month of birth, as a number.</summary>
    public string? Month { get; set; }

    /// <summary>Year of birth, four digits.</summary>
    public string? Year { get; set; }

    /// <summary>Surname with its prefix, for who has no BSN at hand.</summary>
    public string? Surname { get; set; }

    /// <summary>Postcode, likewise.</summary>
    public string? Postcode { get; set; }

    /// <summary>Name of an <see cref="EmergencyReason"/>.</summary>
    public string? Reason { get; set; }

    /// <summary>The doctor's own words.</summary>
    public string? Words { get; set; }

    /// <summary>"I treat this patient now".</summary>
    public bool IsTreating { get; set; }

    /// <summary>"I called, or cannot wait": asked only beyond the number of a day.</summary>
    public bool HasCalled { get; set; }
}
