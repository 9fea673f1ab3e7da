namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>What can explain a look. Those of the relation come from the record's own decision, the others from the EPD.</summary>
public enum ExplanationKind
{
    /// <summary>The patient's own general practitioner.</summary>
    OwnPatient,

    /// <summary>A colleague of the same practice.</summary>
    OwnPractice,

    /// <summary>A member of the patient's care team.</summary>
    CareTeam,

    /// <summary>The patient lives in the doctor's institution.</summary>
    Residence,

    /// <summary>A relation that ended a short while before.</summary>
    EndedRelation,

    /// <summary>A delegation that was in force.</summary>
    Delegation,

    /// <summary>An admission, a visit to the outpatient clinic or to the emergency department.</summary>
    Encounter,

    /// <summary>An appointment that was kept or stands.</summary>
    Appointment,

    /// <summary>A referral or another request.</summary>
    Referral,

    /// <summary>A letter.</summary>
    Letter,
}
