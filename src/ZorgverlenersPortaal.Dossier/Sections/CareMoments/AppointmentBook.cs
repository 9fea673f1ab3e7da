namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>A patient's appointments by when they are. Called-off ones stand in their place, with their state.</summary>
/// <param name="Soon">From now until <c>CareMoments:SoonDays</c> ahead, the first one first; what is going on counts.</param>
/// <param name="Later">After that, the first one first.</param>
/// <param name="Undated">Asked for, without a moment yet.</param>
/// <param name="Past">Over, the last one first.</param>
public sealed record AppointmentBook(
    IReadOnlyList<CareAppointment> Soon, IReadOnlyList<CareAppointment> Later, IReadOnlyList<CareAppointment> Undated, IReadOnlyList<CareAppointment> Past)
{
    /// <summary>How many that are not over are left out here; on the page of care moments they are not.</summary>
    public int More { get; init; }

    /// <summary>Only the next ones, for a summary: what is left out is counted.</summary>
    internal AppointmentBook Next(int count)
    {
        var ahead = Soon.Concat(Later).ToList();
        return new([.. ahead.Take(count)], [], [], []) { More = Math.Max(0, ahead.Count - count) + Undated.Count };
    }

    internal IEnumerable<string> Sources => Soon.Concat(Later).Concat(Undated).Concat(Past).Select(a => a.Source);
}
