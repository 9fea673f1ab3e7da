namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>What a wish that is recorded but not understood does.</summary>
public enum ConsentPolicy
{
    /// <summary>Counts as one that could not be asked: the patient's own doctor and an emergency go on.</summary>
    Show,

    /// <summary>Counts as an objection.</summary>
    Close,
}
