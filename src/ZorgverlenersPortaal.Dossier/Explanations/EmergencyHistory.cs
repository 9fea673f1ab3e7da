namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>The emergencies of a period and some time before, as far as they are counted. A few hundred a year in a hospital.</summary>
public sealed class EmergencyHistory
{
    private readonly Dictionary<string, List<Look>> _ofDoctor = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Look>> _onPatient = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Look>> _byReason = new(StringComparer.Ordinal);

    /// <summary>Counts an emergency.</summary>
    public void Add(Look look)
    {
        ArgumentNullException.ThrowIfNull(look);
        Of(_ofDoctor, look.UziNumber).Add(look);
        Of(_onPatient, look.PatientId).Add(look);
        foreach (var reason in look.Reasons.Distinct(StringComparer.Ordinal))
        {
            Of(_byReason, reason).Add(look);
        }
    }

    /// <summary>Emergencies of the same doctor in so many days up to this look, itself included.</summary>
    public IReadOnlyList<Look> OfDoctor(Look look, int days) => Before(Of(_ofDoctor, look.UziNumber), look, days);

    /// <summary>Emergencies on the same patient, likewise.</summary>
    public IReadOnlyList<Look> OnPatient(Look look, int days) => Before(Of(_onPatient, look.PatientId), look, days);

    /// <summary>Emergencies with the same words in so many days before or after, itself included.</summary>
    public IReadOnlyList<Look> WithSameReason(Look look, int days) =>
        [.. look.Reasons.SelectMany(reason => Of(_byReason, reason)).Distinct().Where(other => Math.Abs(other.Day.DayNumber - look.Day.DayNumber) <= days)];

    private static List<Look> Before(List<Look> all, Look look, int days) => [.. all.Where(other => other.Day <= look.Day && other.Day > look.Day.AddDays(-days))];

    private static List<Look> Of(Dictionary<string, List<Look>> index, string key)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index.Add(key, list = []);
        }
        return list;
    }
}
