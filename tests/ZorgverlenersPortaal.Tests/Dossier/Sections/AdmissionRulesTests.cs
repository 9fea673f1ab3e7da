using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

/// <summary>The table of fhir.md §1.4, at 10 March 2026, 11:00 in Amsterdam: every status against every shape of period.</summary>
public sealed class AdmissionRulesTests
{
    private static readonly DateTimeOffset _now = new FakeClock().GetUtcNow();

    private static readonly string[] _shapes = ["none", "past-", "future-", "past-past", "past-future", "-past", "-future"];

    private static readonly Dictionary<string, string[]> _table = new(StringComparer.Ordinal)
    {
        ["planned"] = ["Planned", "Planned", "Planned", "Planned", "Planned", "Planned", "Planned"],
        ["in-progress"] = ["Admitted", "Admitted", "Planned", "Discharged", "Admitted", "Discharged", "Admitted"],
        ["onleave"] = ["Admitted", "Admitted", "Planned", "Discharged", "Admitted", "Discharged", "Admitted"],
        ["arrived"] = ["Admitted", "Admitted", "Planned", "Discharged", "Admitted", "Discharged", "Admitted"],
        ["triaged"] = ["Admitted", "Admitted", "Planned", "Discharged", "Admitted", "Discharged", "Admitted"],
        ["finished"] = ["DischargedDateUnknown", "DischargedDateUnknown", "DischargedDateUnknown", "Discharged", "Discharged", "Discharged", "Discharged"],
        ["unknown"] = ["None", "AdmittedStatusUnknown", "Planned", "Discharged", "AdmittedStatusUnknown", "Discharged", "AdmittedStatusUnknown"],
        ["cancelled"] = ["None", "None", "None", "None", "None", "None", "None"],
        ["entered-in-error"] = ["None", "None", "None", "None", "None", "None", "None"],
        // Not of R4: a later FHIR's, a word of the hospital's, nothing at all. Shown by the period, as "unknown" is.
        ["completed"] = ["None", "AdmittedStatusUnknown", "Planned", "Discharged", "AdmittedStatusUnknown", "Discharged", "AdmittedStatusUnknown"],
        ["opgenomen"] = ["None", "AdmittedStatusUnknown", "Planned", "Discharged", "AdmittedStatusUnknown", "Discharged", "AdmittedStatusUnknown"],
        [""] = ["None", "AdmittedStatusUnknown", "Planned", "Discharged", "AdmittedStatusUnknown", "Discharged", "AdmittedStatusUnknown"],
    };

    public static TheoryData<string, string, AdmissionState> Table
    {
        get
        {
            var rows = new TheoryData<string, string, AdmissionState>();
            foreach (var (status, states) in _table)
            {
                for (var i = 0; i < _shapes.Length; i++)
                {
                    rows.Add(status, _shapes[i], Enum.Parse<AdmissionState>(states[i]));
                }
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Judge_StatusAndPeriod_AreTakenTogether(string status, string shape, AdmissionState expected)
    {
        var parts = shape == "none" ? ["", ""] : shape.Split('-');
        var encounter = Some.Encounter(status: status.Length == 0 ? null : status, start: Moment(parts[0]), end: Moment(parts[1])).As<Encounter>();

        Assert.Equal(expected, AdmissionRules.Judge(encounter, _now));
    }

    [Theory]
    [InlineData("2026-03-10", AdmissionState.Admitted)] // a date holds until its midnight
    [InlineData("2026-03", AdmissionState.Admitted)]
    [InlineData("2026", AdmissionState.Admitted)]
    [InlineData("2026-03-09", AdmissionState.Discharged)]
    [InlineData("2026-02", AdmissionState.Discharged)]
    [InlineData("2026-03-10T10:59:59+01:00", AdmissionState.Discharged)]
    [InlineData("2026-03-10T11:00:00+01:00", AdmissionState.Admitted)]
    [InlineData("2026-03-10T10:00:00Z", AdmissionState.Admitted)]
    public void Judge_PartialEnd_CountsWhole(string end, AdmissionState expected) =>
        Assert.Equal(expected, AdmissionRules.Judge(Some.Encounter(end: end).As<Encounter>(), _now));

    private static string? Moment(string when) => when switch
    {
        "past" => "2026-03-08T09:30:00+01:00",
        "future" => "2026-03-12T09:30:00+01:00",
        _ => null,
    };
}
