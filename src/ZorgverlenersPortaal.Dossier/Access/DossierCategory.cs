namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>The parts of a patient's record that are granted and recorded apart.</summary>
public enum DossierCategory
{
    /// <summary>Name, address, numbers and treatment limitations.</summary>
    Banner,

    /// <summary>The current or last admission.</summary>
    Admission,

    /// <summary>Treatment directives in full, ended ones too.</summary>
    TreatmentDirectives,

    /// <summary>Diagnoses and problems.</summary>
    Diagnoses,

    /// <summary>Allergies and intolerances.</summary>
    Allergies,

    /// <summary>Letters and documents.</summary>
    Letters,

    /// <summary>Appointments, operations and referrals.</summary>
    CareMoments,

    /// <summary>Medication: current, stopped, at discharge.</summary>
    Medication,

    /// <summary>Results of laboratory, microbiology, pathology and imaging.</summary>
    Results,

    /// <summary>Conclusion and policy, from the source the hospital named.</summary>
    ConclusionAndPolicy,

    /// <summary>Alerts and flags.</summary>
    Alerts,

    /// <summary>Who treats the patient, and whom to call.</summary>
    CareTeam,
}
