namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>What a search for one person gave. Only the trail knows which; the doctor reads "found" or one and the same text (R16).</summary>
public enum SearchOutcome
{
    /// <summary>Exactly one person.</summary>
    Found,

    /// <summary>Nobody.</summary>
    NotFound,

    /// <summary>There is a record with this number, and its birth date is another one.</summary>
    OtherBirthDate,

    /// <summary>More than one person with this name, birth date and postcode.</summary>
    Several,

    /// <summary>More than one record with this BSN: nothing opens from a search (DESIGN §7).</summary>
    TwoRecords,

    /// <summary>The EPD marks the record in a way the portal does not know (R10).</summary>
    NotUnderstood,

    /// <summary>The EPD gave only a part of its answer: who is missing cannot be told.</summary>
    Incomplete,
}
