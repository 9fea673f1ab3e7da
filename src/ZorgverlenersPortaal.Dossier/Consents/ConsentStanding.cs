namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>What a source knows of the patient's wish about one doctor. Stored in the trail by name: never rename.</summary>
internal enum ConsentStanding
{
    /// <summary>It could not be asked, or not be understood.</summary>
    Unknown,

    /// <summary>The patient does not want this doctor to look.</summary>
    Objection,

    /// <summary>No objection is recorded here.</summary>
    NoObjection,
}
