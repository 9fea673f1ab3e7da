using System.Globalization;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Sections;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>A doctor's lists as she wants to see them.</summary>
/// <param name="Lists">Her lists.</param>
/// <param name="Choice">Order and scope, remembered.</param>
/// <param name="Words">What she looks for in name, ward, reason and doctor; never in an address (R6), never remembered.</param>
public sealed record ListView(IReadOnlyList<OpenedList> Lists, ListChoice Choice, string Words)
{
    private static readonly CultureInfo _dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>In hospital now.</summary>
    public IReadOnlyList<ListedPatient> Admitted => Chosen(list => list.Admitted);

    /// <summary>Discharged lately.</summary>
    public IReadOnlyList<ListedPatient> Discharged => Chosen(list => list.Discharged);

    /// <summary>All that stand on the page.</summary>
    public IEnumerable<ListedPatient> Shown => Admitted.Concat(Discharged);

    /// <summary>Not all of hers stand on the page: nobody may read an empty table as "geen" (R7).</summary>
    public bool IsNarrowed => Words.Length > 0 || Choice.Scope != ListScope.All;

    /// <summary>How many there are in all.</summary>
    public int Total => ListedPatient.Of(Lists, list => list.Admitted).Count + ListedPatient.Of(Lists, list => list.Discharged).Count;

    /// <summary>She stands in for somebody.</summary>
    public bool HasLocum => Lists.Any(list => IsLocum(list.Why));

    private IReadOnlyList<ListedPatient> Chosen(Func<PatientList, IEnumerable<PatientRow>> rows)
    {
        var found = ListedPatient.Of(Lists, rows).Where(listed => IsInScope(listed) && Matches(listed.Row));
        return Choice.Order switch
        {
            ListOrder.Newest => [.. found],
            ListOrder.Name => [.. ByName(found)],
            ListOrder.Ward => [.. ByName(found).OrderBy(listed => listed.Row.Admission.Ward ?? "\uffff", StringComparer.Create(_dutch, ignoreCase: true))],
        };
    }

    private static IEnumerable<ListedPatient> ByName(IEnumerable<ListedPatient> found) =>
        found.OrderBy(listed => listed.Row.Name, StringComparer.Create(_dutch, ignoreCase: true));

    private bool IsInScope(ListedPatient listed) => Choice.Scope switch
    {
        ListScope.All => true,
        ListScope.Own => !IsLocum(listed.Why),
        ListScope.Locum => IsLocum(listed.Why),
    };

    private bool Matches(PatientRow row) =>
        Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Texts(row).Any(text =>
            _dutch.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0));

    private static IEnumerable<string> Texts(PatientRow row) =>
        new[] { row.Name, row.BirthDate?.Date, row.Admission.Ward, row.Admission.IsNotUnderstood ? null : row.Admission.Reason, row.Admission.Doctor }.OfType<string>();

    private static bool IsLocum(AccessDecision why) => why.Ruling.Basis == AccessBasis.Delegation;
}
