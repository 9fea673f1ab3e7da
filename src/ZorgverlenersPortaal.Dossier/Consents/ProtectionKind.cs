namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>Why a patient stands on the hospital's list. Stored by name: never rename.</summary>
public enum ProtectionKind
{
    /// <summary>The patient objects to a look: by everyone, or by one doctor or practice.</summary>
    PatientWish,

    /// <summary>Works at the hospital.</summary>
    OwnStaff,

    /// <summary>Known to the public.</summary>
    PublicFigure,
}
