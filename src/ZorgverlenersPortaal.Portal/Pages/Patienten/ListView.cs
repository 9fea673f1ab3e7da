using System.Globalization;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Remembered;
using ZorgverlenersPortaal.Dossier.Sections;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>A doctor's lists as she wants to see them.</summary>
/// <param name="Lists">Her lists.</param>
/// <param name="Choice">Order and scope, remembered.</param>
/// <param name="Words">What she looks for in name, ward, reason and doctor; never in an address (R6), never remembered.</param>
public sealed record ListView(IReadOnlyList<OpenedList> Lists, ListChoice Choice, string Words)
{
    /// <summary>After every word.</summary>
    private const string Last = "\uffff";

    private static readonly CultureInfo _dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly StringComparer _byWords = StringComparer.Create(_dutch, ignoreCase: true);

    /// <summary>In hospital now.</summary>
    public IReadOnlyList<ListedPatient> Admitted => Chosen(list => list.Admitted);

    /// <summary>Discharged lately.</summary>
    public IReadOnlyList<ListedPatient> Discharged => Chosen(list => list.Discharged);

    /// <summary>What is coming, the first one first unless she chose another order.</summary>
    public IReadOnlyList<ListedPlan> Planned
    {
        get
        {
            var found = ListedPlan.Of(Lists).Where(plan => IsInScope(plan.Why) && Matches(Texts(plan.Moment)));
            return Choice.Order switch
            {
                ListOrder.Newest => [.. found],
                ListOrder.Name => [.. found.OrderBy(plan => plan.Moment.Who.Name, _byWords)],
                ListOrder.Ward => [.. found.OrderBy(plan => plan.Moment.Place ?? Last, _byWords)],
            };
        }
    }

    /// <summary>Whom she pinned.</summary>
    public IReadOnlyList<ListedPin> Pinned => Chosen(pin => pin.IsPinned);

    /// <summary>Whom she opened last and did not pin.</summary>
    public IReadOnlyList<ListedPin> Recent => Chosen(pin => !pin.IsPinned);

    /// <summary>Somebody whom she pinned may be missing: not all of hers were found.</summary>
    public bool MissesPins => Lists.Any(list => list.List.Pinned.MayMiss) && ListedPin.Of(Lists).Count(pin => pin.Patient.Pin.IsPinned) < Lists.Max(list => list.List.Pinned.Known);

    /// <summary>Whom she pinned could not be read.</summary>
    public bool HasUnreadablePins => Lists.Any(list => list.List.Pinned.IsUnreadable);

    /// <summary>Of one of the lists appointments could not be had: nobody may read an empty table as "geen" (R7).</summary>
    public bool MissesPlans => Lists.Any(list => list.List.Planned is { Failure: not (null or EpdFailure.ClosedToRole) } or { IsCut: true });

    /// <summary>Appointments are not for her role, on one of the lists.</summary>
    public bool IsWithoutAppointments => Lists.Any(list => list.List.Planned.Failure == EpdFailure.ClosedToRole);

    /// <summary>All that stand on the page.</summary>
    public IEnumerable<ListedPatient> Shown => Admitted.Concat(Discharged);

    /// <summary>Not all of hers stand on the page: nobody may read an empty table as "geen" (R7).</summary>
    public bool IsNarrowed => Words.Length > 0 || Choice.Scope != ListScope.All;

    /// <summary>How many there are in all.</summary>
    public int Total => ListedPatient.Of(Lists, list => list.Admitted).Count + ListedPatient.Of(Lists, list => list.Discharged).Count + ListedPlan.Of(Lists).Count;

    /// <summary>She stands in for somebody.</summary>
    public bool HasLocum => Lists.Any(list => IsLocum(list.Why));

    private IReadOnlyList<ListedPatient> Chosen(Func<PatientList, IEnumerable<PatientRow>> rows)
    {
        var found = ListedPatient.Of(Lists, rows).Where(listed => IsInScope(listed.Why) && Matches(Texts(listed.Row)));
        return Choice.Order switch
        {
            ListOrder.Newest => [.. found],
            ListOrder.Name => [.. ByName(found)],
            ListOrder.Ward => [.. ByName(found).OrderBy(listed => listed.Row.Admission.Ward ?? Last, _byWords)],
        };
    }

    private IReadOnlyList<ListedPin> Chosen(Func<Pin, bool> pins) =>
        [.. ListedPin.Of(Lists).Where(pin => pins(pin.Patient.Pin) && IsInScope(pin.Why) && Matches(Texts(pin.Patient.Who)))];

    private static IEnumerable<ListedPatient> ByName(IEnumerable<ListedPatient> found) =>
        found.OrderBy(listed => listed.Row.Name, _byWords);

    private bool IsInScope(AccessDecision why) => Choice.Scope switch
    {
        ListScope.All => true,
        ListScope.Own => !IsLocum(why),
        ListScope.Locum => IsLocum(why),
    };

    private bool Matches(IEnumerable<string> texts) =>
        Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => texts.Any(text =>
            _dutch.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0));

    private static IEnumerable<string> Texts(PatientLine who) => new[] { who.Name, who.BirthDate?.Date }.OfType<string>();

    private static IEnumerable<string> Texts(PatientRow row) =>
        new[] { row.Name, row.BirthDate?.Date, row.Admission.Ward, row.Admission.IsNotUnderstood ? null : row.Admission.Reason, row.Admission.Doctor }.OfType<string>();

    private static IEnumerable<string> Texts(PlannedMoment moment) =>
        (moment.IsNotUnderstood ? [moment.Who.Name, moment.Who.BirthDate?.Date] : new[] { moment.Who.Name, moment.Who.BirthDate?.Date, moment.What, moment.Place, moment.With, moment.Reason }).OfType<string>();

    private static bool IsLocum(AccessDecision why) => why.Ruling.Basis == AccessBasis.Delegation;
}
