namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>What a source knows of the patient's wish about one doctor. Stored in the trail by name: never rename.</summary>
internal enum ConsentStanding
{
    /// <summary>It could not be asked.</summary>
    Unknown,

    /// <summary>Something is recorded, and what it means for this doctor is not understood (R10).</summary>
    NotUnderstood,

    /// <summary>The patient does not want this doctor to look.</summary>
    Objection,

    /// <summary>No objection is recorded here.</summary>
    NoObjection,
}
