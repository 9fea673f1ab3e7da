namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>What a granted look rests on, in the order the rules are tried (DESIGN §7). Named in the trail: never rename.</summary>
public enum AccessBasis
{
    /// <summary>The doctor's personal AGB is among the patient's general practitioners.</summary>
    OwnPatient,

    /// <summary>The AGB of the doctor's practice is among them, where the hospital switched that rule on.</summary>
    OwnPractice,

    /// <summary>The doctor is a member of a current CareTeam of the patient, where switched on for her role.</summary>
    CareTeam,

    /// <summary>The patient lives in the doctor's institution, where switched on for her role.</summary>
    Residence,

    /// <summary>The relation ended a short while ago, within the after-window of the hospital.</summary>
    EndedRelation,

    /// <summary>The doctor stands in for another (waarneming).</summary>
    Delegation,

    /// <summary>This patient, this session, until a time, with a reason (noodprocedure).</summary>
    Emergency,
}
