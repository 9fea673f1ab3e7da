namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>The hours in which a role works, by the clock on the wall.</summary>
/// <param name="From">The first minute.</param>
/// <param name="Until">After the last minute.</param>
/// <param name="Weekend">On Saturday and Sunday too.</param>
public sealed record RoleHours(TimeOnly From, TimeOnly Until, bool Weekend)
{
    /// <summary>Is this outside?</summary>
    public bool IsOutside(DateTime wall) => (!Weekend && wall.DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday)) || TimeOnly.FromDateTime(wall) < From || TimeOnly.FromDateTime(wall) >= Until;
}
