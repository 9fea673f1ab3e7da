namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>What has to be mended in the form of an emergency.</summary>
public enum EmergencyFault
{
    /// <summary>Neither a BSN, nor surname and postcode.</summary>
    IdentityMissing,

    /// <summary>The BSN does not pass the eleven-test.</summary>
    BsnWrong,

    /// <summary>There is no such date, or it lies in the future.</summary>
    BirthDateWrong,

    /// <summary>A surname without letters.</summary>
    SurnameMissing,

    /// <summary>No Dutch postcode.</summary>
    PostcodeWrong,

    /// <summary>No reason chosen.</summary>
    ReasonMissing,

    /// <summary>The own words are too short.</summary>
    WordsTooShort,

    /// <summary>The own words say nothing: repeated characters or words.</summary>
    WordsEmpty,

    /// <summary>The own words are those of this doctor's last emergency.</summary>
    WordsRepeated,

    /// <summary>The own words are longer than is kept.</summary>
    WordsTooLong,

    /// <summary>Not stated that she treats the patient now.</summary>
    NotTreating,
}
