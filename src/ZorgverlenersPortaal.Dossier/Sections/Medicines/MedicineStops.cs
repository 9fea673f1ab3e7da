using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>
/// An agreement to stop (MP9) leaves the agreement it stops as it was. Where treatment, kind and dates prove it, that one is
/// shown as stopped; where they only suggest it, it stays and says so.
/// </summary>
internal static class MedicineStops
{
    public static IReadOnlyList<Medicine> Apply(IReadOnlyList<Medicine> medicines, DateTimeOffset now)
    {
        var stops = medicines.Where(m => m is { IsStop: true, Treatment: not null }).ToLookup(m => m.Treatment!, StringComparer.Ordinal);
        return stops.Count == 0 ? medicines : [.. medicines.Select(m => m is { IsStop: false, Treatment: { } t } && stops.Contains(t) ? With(m, stops[t], now) : m)];
    }

    private static Medicine With(Medicine medicine, IEnumerable<Medicine> stops, DateTimeOffset now)
    {
        if (medicine.State is not (MedicineState.InUse or MedicineState.Planned or MedicineState.Interrupted or MedicineState.Unknown))
        {
            return medicine;
        }
        var about = stops.Where(s => !(s.Recorded is { } at && medicine.Recorded is { } own && at.Latest < own.Earliest)).ToList();
        if (about.Count == 0)
        {
            return medicine;
        }
        var proven = about.Where(s => Ends(s, medicine)).OrderByDescending(s => s.Recorded!.Earliest).FirstOrDefault();
        if (proven is null)
        {
            return medicine with { Warnings = [.. medicine.Warnings, $"In dezelfde behandeling staat ook een stopafspraak ({About(about[0])}). Het is niet zeker dat die hierover gaat."] };
        }
        // Until the day of the stop it is in use.
        var isOver = proven.EndDate is null || proven.EndDate.EarliestInstant(Periods.Zone) <= now;
        return medicine with
        {
            State = isOver ? MedicineState.Stopped : medicine.State,
            StateText = isOver ? proven.StateText : medicine.State.Text() + ", " + Lower(proven.StateText),
            StateReason = medicine.StateReason ?? proven.StateReason ?? proven.Reason,
            Span = proven.EndDate is { } end ? medicine.Span.Until(end) : medicine.Span.EndedSomeTime(),
            EndDate = proven.EndDate ?? medicine.EndDate,
            Warnings = [.. medicine.Warnings, $"Stopafspraak in dezelfde behandeling: {About(proven)}."],
        };
    }

    /// <summary>Recorded after it, of the same kind (an agreement's stop ends its schedules too), and not before it begins.</summary>
    private static bool Ends(Medicine stop, Medicine medicine) =>
        (stop.Kind == medicine.Kind || (stop.Kind is MedicineKind.Agreement && medicine.Kind is MedicineKind.Schedule))
        && stop.Recorded is { } at && medicine.Recorded is { } own && at.Earliest > own.Latest
        && (stop.EndDate is null || medicine.Start is null || medicine.Start.Earliest <= stop.EndDate.LatestInstant(Periods.Zone));

    private static string About(Medicine stop) => $"{Lower(stop.StateText)}, {stop.StopType}";

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
