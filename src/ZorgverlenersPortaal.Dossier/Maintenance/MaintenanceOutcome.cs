namespace ZorgverlenersPortaal.Dossier.Maintenance;

/// <summary>How a change of the plan ended. Anything but <see cref="Done"/> changed and recorded nothing.</summary>
public enum MaintenanceOutcome
{
    /// <summary>Recorded, and on every page within a quarter of a minute.</summary>
    Done,

    /// <summary>It would end in the past, last longer than a day, or begin more than a year ahead.</summary>
    WrongTime,

    /// <summary>Another one is planned in that time.</summary>
    Overlaps,

    /// <summary>The words are too long.</summary>
    WordsTooLong,

    /// <summary>There is no such window, or it is over or withdrawn.</summary>
    NotThere,
}
