namespace ZorgverlenersPortaal.Dossier.Maintenance;

/// <summary>A time in which the portal may be away, as the office planned it. Shown to everyone, signed in or not.</summary>
/// <param name="Id">Names it in the trail and in forms.</param>
/// <param name="Starts">Its first moment.</param>
/// <param name="Ends">Its last moment, at most a day later.</param>
/// <param name="Words">What the office says of it; null for nothing.</param>
/// <param name="PlannedBy">Who planned it.</param>
public sealed record MaintenanceWindow(string Id, DateTimeOffset Starts, DateTimeOffset Ends, string? Words, string? PlannedBy)
{
    /// <summary>Is it going on at this moment?</summary>
    public bool HoldsAt(DateTimeOffset moment) => Starts <= moment && moment < Ends;
}
