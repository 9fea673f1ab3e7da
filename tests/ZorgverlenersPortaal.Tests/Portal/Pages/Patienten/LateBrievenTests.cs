using System.Globalization;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patienten;

/// <summary>Late letters, in a hospital of which one discharge was twelve days ago and left no letter.</summary>
[Collection(Alone.Name)]
public sealed class LateBrievenTests() : OneDoctor<SandboxEpd>(SandboxEpd.StartAsync, epd => epd.Address)
{
    private static readonly DutchWorkdays _workdays = new(LiberationDay.Lustrum);
    private SandboxPatient _late = null!;

    protected override async Task FillAsync()
    {
        _late = (await Epd.PatientsAsync(PortalFixture.Agb)).First(p => p.State == "discharged" && p.Encounter!.End.Length > 0);
        foreach (var letter in _late.Letters)
        {
            await Epd.RemoveAsync("DocumentReference/" + letter.Id);
        }
        var stay = await Epd.ReadAsync("Encounter/" + _late.Encounter!.Id);
        stay["period"] = new JsonObject { ["start"] = DaysAgo(15), ["end"] = DaysAgo(12) };
        await Epd.PutAsync(stay);
    }

    [Fact]
    public async Task Page_OfAGp_HoldsExactlyTheDischargesWithoutLetterInTime()
    {
        var answer = await Doctor.GetAsync("/patienten/late-brieven");

        var expected = await LateByHandAsync();
        Assert.Contains(_late.Id, expected);
        Assert.Equal(expected.Count, answer.Page.QuerySelectorAll("#late-brieven tbody tr").Length);
        Assert.Equal($"{expected.Count}", answer.Page.QuerySelector("#laat-t .zvp-count")!.TextContent);
        Assert.Contains("Ontslagbrief te laat sinds", answer.Words, StringComparison.Ordinal);
        Assert.All(answer.Page.QuerySelectorAll("#late-brieven tbody tr"), row => Assert.Contains("Eigen", row.TextContent, StringComparison.OrdinalIgnoreCase));
        var link = answer.Page.QuerySelector("#late-brieven a.zvp-hit__link")!.GetAttribute("href")!;
        Assert.Contains("te laat sinds", (await Doctor.GetAsync(link)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R2_Page_IsRecordedWithTheListAndTheLetters()
    {
        await Doctor.GetAsync("/patienten/late-brieven");

        var (letters, list) = (Portal.Trail(AuditEventType.DischargeLettersShown)[0], Portal.Trail(AuditEventType.PatientListShown)[0]);
        Assert.Equal(list.RequestId, letters.RequestId);
        Assert.Contains(letters.Patients, patient => patient.EpdId == _late.Id && patient.Bsn == _late.Bsn);
        Assert.NotEmpty(letters.Resources);
    }

    [Fact]
    public async Task List_OfPatients_TellsHowTheLettersStandAndLeadsHere()
    {
        var answer = await Doctor.GetAsync("/patienten");

        Assert.Contains("Ontslagbrief binnen op", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Ontslagbrief te laat sinds", answer.Words, StringComparison.Ordinal);
        Assert.NotNull(answer.Page.QuerySelector("a[href='/patienten/late-brieven']"));
    }

    [Fact]
    public async Task R7_EpdHasNoLetters_SaysThatNothingIsKnown()
    {
        await using var fault = await Epd.FaultAsync("status:500", "DocumentReference");

        var answer = await Doctor.GetAsync("/patienten/late-brieven");

        Assert.Equal(200, answer.Status);
        Assert.Contains("Niet alle brieven zijn op te halen", answer.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("te laat sinds", answer.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("de brief er, of", answer.Words, StringComparison.Ordinal);
        Assert.Equal(200, (await Doctor.GetAsync("/patienten")).Status);
    }

    [Fact]
    public async Task R2_TrailIsDown_NothingIsShown()
    {
        using var broken = Portal.BreakTrail();

        var answer = await Doctor.GetAsync("/patienten/late-brieven");

        Assert.Equal(503, answer.Status);
        Assert.DoesNotContain(_late.Name, answer.Text, StringComparison.Ordinal);
    }

    /// <summary>Every patient on the list, asked for one by one, her days counted one by one.</summary>
    private async Task<IReadOnlyList<string>> LateByHandAsync()
    {
        List<string> late = [];
        foreach (var patient in (await Epd.PatientsAsync(PortalFixture.Agb)).Where(p => Portal.Trail(AuditEventType.PatientListShown)[0].Patients.Any(on => on.EpdId == p.Id)))
        {
            if (patient.Encounter is not { End.Length: > 0, Status: "finished" } stay)
            {
                continue;
            }
            var left = DateTimeOffset.Parse(stay.End, CultureInfo.InvariantCulture);
            var letters = patient.Letters.Where(l => l.Type.Contains("11071000146104", StringComparison.Ordinal) || l.Type.Contains("ntslagbrief", StringComparison.Ordinal)).Where(l => l.Status != "entered-in-error").ToList();
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(left, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).DateTime);
            var workdays = 0;
            while (day < DutchDay.Of(Portal.Clock))
            {
                day = day.AddDays(1);
                workdays += _workdays.IsWorkday(day) ? 1 : 0;
            }
            var noMessage = letters.Count == 0 && Portal.Clock.GetUtcNow() > left.AddHours(24);
            if (noMessage || (letters.All(l => l.DocStatus == "preliminary") && workdays > 5))
            {
                late.Add(patient.Id);
            }
        }
        return late;
    }

    private static string DaysAgo(int days) => TimeProvider.System.GetUtcNow().AddDays(-days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
