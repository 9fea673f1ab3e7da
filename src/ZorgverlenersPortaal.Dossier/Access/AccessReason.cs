namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>Why access was granted or denied; goes to the trail, never to a doctor without a proven relation (R16).</summary>
public enum AccessReason
{
    /// <summary>The doctor's personal AGB is among the patient's general practitioners.</summary>
    OwnPatient,

    /// <summary>The list of the doctor's own AGB.</summary>
    OwnList,

    /// <summary>The EPD knows no such patient, or no longer.</summary>
    UnknownPatient,

    /// <summary>The address holds no handle of this session.</summary>
    UnknownHandle,

    /// <summary>The patient is there, but the doctor treats her not.</summary>
    NoRelation,

    /// <summary>The account has no personal AGB code, so no patient can be hers.</summary>
    NoAgb,

    /// <summary>The letter is unknown, another patient's, withdrawn, or of a kind that is not shown.</summary>
    UnknownLetter,

    /// <summary>The EPD could not tell; nothing is shown.</summary>
    NotDecidable,
}
