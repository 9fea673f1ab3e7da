namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>Rules that raise a look (features.md §3.3). The names are the keys of the rules file and go to the trail: never rename.</summary>
public enum ReviewRule
{
    /// <summary>Patient and doctor bear the same surname. Hard.</summary>
    OwnSurname,

    /// <summary>Patient and doctor live at the same address. Hard.</summary>
    OwnAddress,

    /// <summary>An emergency on own staff or a public figure. Hard.</summary>
    RestrictedPatient,

    /// <summary>The patient had been dead for longer than a number of days. Hard.</summary>
    Deceased,

    /// <summary>The doctor's own relation had ended longer ago than a number of days. Hard.</summary>
    RelationEnded,

    /// <summary>An emergency without any contact with the hospital near that day.</summary>
    EmergencyWithoutContact,

    /// <summary>Outside the hours of the doctor's role.</summary>
    OutOfHours,

    /// <summary>The reason was typed before, word for word.</summary>
    IdenticalReason,

    /// <summary>More emergencies of one doctor than usual.</summary>
    RepeatedByDoctor,

    /// <summary>More emergencies on one patient than usual.</summary>
    RepeatedOnPatient,

    /// <summary>An emergency of a doctor whose delegation did not hold at that moment.</summary>
    LocumOutsideDelegation,

    /// <summary>Many patients in a short time who had no contact with the hospital: a relation explains a look, not so many at once.</summary>
    ManyPatients,

    /// <summary>Many searches in a short time after which nobody was opened.</summary>
    SearchBurst,

    /// <summary>Nothing explains it.</summary>
    Unexplained,
}
