using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>Results, one group a page, and medication.</summary>
[Collection(PortalJourneys.Name)]
public sealed class UitslagenTests(PortalFixture fixture)
{
    [Fact]
    public async Task Chemistry_OfThePatients_ShowsValuesWithUnitAndMoment()
    {
        var shown = 0;
        foreach (var patient in fixture.Own)
        {
            var answer = await OpenAsync(patient, "klinische-chemie");
            foreach (var row in answer.Page.QuerySelectorAll(".zvp-lab tbody tr:not(.zvp-group)"))
            {
                Assert.NotEmpty(PortalAnswer.Plain(row.QuerySelector(".zvp-now")!.TextContent));
                Assert.NotNull(row.QuerySelector("time"));
                shown++;
            }
        }
        Assert.True(shown > 10, $"only {shown} results");
    }

    [Fact]
    public async Task R11_Chemistry_MarksExactlyTheRowsThatTheSourceMarks()
    {
        var (marked, unmarked) = (0, 0);
        foreach (var patient in fixture.Own)
        {
            foreach (var row in (await OpenAsync(patient, "klinische-chemie")).Page.QuerySelectorAll(".zvp-lab tbody tr:not(.zvp-group)"))
            {
                var hasMark = row.QuerySelector(".zvp-oor") is not null;
                Assert.Equal(hasMark, row.ClassList.Contains("is-flagged"));
                (marked, unmarked) = hasMark ? (marked + 1, unmarked) : (marked, unmarked + 1);
            }
        }
        Assert.True(marked > 0 && unmarked > 0, $"{marked} marked, {unmarked} not");
    }

    [Fact]
    public async Task R2_Results_RecordNamesOnlyWhatTheGroupShows()
    {
        var patient = fixture.Own.First(p => p.State == "admitted");
        var named = new List<string>();
        foreach (var group in (string[])["klinische-chemie", "microbiologie", "pathologie", "radiologie", "nucleair", "overige-uitslagen"])
        {
            await OpenAsync(patient, group);
            named.AddRange(fixture.Portal.Trail(AuditEventType.SectionShown).First(record => record.Category == "Results").Resources
                .Where(resource => resource.StartsWith("Observation/", StringComparison.Ordinal) || resource.StartsWith("DiagnosticReport/", StringComparison.Ordinal)));
        }
        Assert.NotEmpty(named);
        Assert.Equal(named.Distinct(StringComparer.Ordinal).Count(), named.Count);
    }

    [Fact]
    public async Task Course_OfATest_IsATableOfItsValuesWithAChart()
    {
        foreach (var patient in fixture.Own)
        {
            var page = await OpenAsync(patient, "klinische-chemie");
            if (page.Page.QuerySelector("a[href*='?bepaling=']")?.GetAttribute("href") is not { } link)
            {
                continue;
            }
            var answer = await fixture.Doctor.GetAsync(link.Split('#')[0]);
            var rows = answer.Page.QuerySelectorAll("#verloop tbody tr").Length;
            Assert.InRange(rows, 2, 11);
            Assert.Equal(rows, answer.Page.QuerySelectorAll("#verloop svg .mark").Length);
            Assert.All(answer.Page.QuerySelector("#verloop svg")!.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(answer.Part("#" + id)));
            Assert.Null(answer.Page.QuerySelector("#verloop [style]"));
            return;
        }
    }

    [Theory]
    [InlineData("klinische-chemie?bepaling=-1")]
    [InlineData("klinische-chemie?bepaling=999999999")]
    [InlineData("klinische-chemie?bepaling=%3Cscript%3E")]
    public async Task H075_Course_OfWhatIsNotThere_IsThePageWithoutIt(string address)
    {
        var answer = await OpenAsync(fixture.Own.First(), address);

        Assert.Equal(200, answer.Status);
        Assert.Null(answer.Page.QuerySelector("#verloop"));
    }

    [Fact]
    public async Task H075_Result_OfHersOrAnother_HasNoAddressToGuess()
    {
        var patient = fixture.Own.First(p => p.State == "admitted");
        var own = await OpenAsync(patient, "klinische-chemie");
        var record = fixture.Portal.Trail(AuditEventType.SectionShown).First(r => r.Category == "Results");
        var ids = record.Resources.Select(resource => resource.Split('/')[1]).ToList();

        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.DoesNotContain(id, own.Text, StringComparison.Ordinal));
        Assert.Equal(404, (await OpenAsync(fixture.Strangers.First(), "klinische-chemie?bepaling=0")).Status);
    }

    [Theory]
    [InlineData("hartfilmpjes")]
    [InlineData("Klinische-Chemie/extra")]
    public async Task Page_OfAGroupThatIsNone_IsNotThere(string part) => Assert.Equal(404, (await OpenAsync(fixture.Own.First(), part)).Status);

    [Fact]
    public async Task Radiology_SaysThatImagesAreNotShown() =>
        Assert.Contains("Hier staan alleen verslagen.", (await OpenAsync(fixture.Own.First(), "radiologie")).Words, StringComparison.Ordinal);

    [Fact]
    public async Task Medication_OfEveryOwnPatient_ShowsItsGroupsAndIsRecorded()
    {
        foreach (var patient in fixture.Own)
        {
            var answer = await OpenAsync(patient, "medicatie");

            Assert.Equal((patient.Id, 200), (patient.Id, answer.Status));
            Assert.NotNull(answer.Page.QuerySelector("#medicatie"));
            Assert.Empty(answer.Page.QuerySelectorAll(".zvp-gone"));
        }
        Assert.Equal("Medication", fixture.Portal.Trail(AuditEventType.SectionShown)[0].Category);
    }

    private Task<PortalAnswer> OpenAsync(SandboxPatient patient, string part) => fixture.Doctor.GetAsync($"{fixture.DoctorsPath(patient.Id)}/{part}");
}
