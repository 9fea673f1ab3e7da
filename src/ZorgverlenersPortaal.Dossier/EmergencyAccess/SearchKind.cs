namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>What somebody is searched for. Each has a limit of its own, so that one cannot use up the other's.</summary>
internal enum SearchKind
{
    /// <summary>To open a record in an emergency.</summary>
    Emergency,

    /// <summary>To find a patient of one's own who is not in hospital now.</summary>
    OwnPatient,
}
