namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>Why access was granted or denied; goes to the trail, never to a doctor without a proven relation (R16).</summary>
public enum AccessReason
{
    /// <summary>The doctor's personal AGB is among the patient's general practitioners.</summary>
    OwnPatient,

    /// <summary>The AGB of the doctor's practice is among them, and the hospital lets a practice look as one.</summary>
    OwnPractice,

    /// <summary>The doctor is in a current care team of the patient, and her role may look by that.</summary>
    CareTeamMember,

    /// <summary>The patient lives in the doctor's institution, and her role may look by that.</summary>
    Resident,

    /// <summary>The relation ended a short while ago.</summary>
    EndedRelation,

    /// <summary>Another doctor, who would see the patient now, handed her patients over.</summary>
    Delegated,

    /// <summary>One patient in one session, with a stated reason.</summary>
    Emergency,

    /// <summary>The list of the doctor's own AGB.</summary>
    OwnList,

    /// <summary>The list of the practice's AGB.</summary>
    PracticeList,

    /// <summary>The list of a doctor who handed her patients over.</summary>
    DelegatedList,

    /// <summary>The patient keeps the record closed; told only to who would see it otherwise (R16).</summary>
    Objection,

    /// <summary>The hospital's role matrix opens nothing to this role on this basis.</summary>
    RoleClosed,

    /// <summary>The hospital keeps the record closed; told only to who would see it otherwise (R16).</summary>
    Restricted,

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

    /// <summary>The delegation or the emergency that this look was granted by ended before anything was shown.</summary>
    Withdrawn,

    /// <summary>The page is for another function.</summary>
    OtherFunction,

    /// <summary>The EPD could not tell; nothing is shown.</summary>
    NotDecidable,
}
