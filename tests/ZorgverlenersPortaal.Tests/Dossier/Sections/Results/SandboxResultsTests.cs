using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

/// <summary>The results of a whole hospital that was written without knowing this reader.</summary>
public sealed class SandboxResultsTests
{
    [Fact]
    public async Task Read_EveryPatientOfAGp_ComesWhole()
    {
        await using var epd = await SandboxEpd.StartAsync();
        await using var dossier = await TestDossier.StartAsync(o => o.BaseAddress = epd.Address);
        var groups = new List<ResultSpecialty>();
        foreach (var patient in (await epd.PatientsAsync(PortalFixture.Agb)).Take(12))
        {
            var access = await dossier.OpenAsync(patient.Id, PortalFixture.Agb);
            if (access.Grant is null)
            {
                continue;
            }
            var section = await dossier.Reader.ReadResults(access.Grant, default).ShowAsync();
            Assert.Null(section.Failure);
            Assert.False(section.IsIncomplete, patient.Id);
            groups.AddRange(section.Content!.Specialties);
        }

        var lines = groups.SelectMany(g => g.Results.Concat(g.Reports.SelectMany(r => r.Results))).SelectMany(Flat).ToList();
        Assert.InRange(lines.Count, 50, int.MaxValue);
        Assert.DoesNotContain(lines, l => l.Missing == "niet meegekomen uit het EPD" || l.IsNotUnderstood);
        Assert.Contains(groups, g => g.Group == ResultGroup.Microbiology && g.Reports.Count > 0);
        Assert.Contains(groups, g => g.Group == ResultGroup.Radiology && g.Reports.Count > 0);
        Assert.Contains(lines, l => l.Growth is { Susceptibilities.Count: 3 });
        Assert.Contains(lines, l => l.Earlier.Count > 0);
        Assert.Contains(lines, l => l.Flags.Count > 0 && l.Ranges.Count > 0 && l.Value?.Unit is not null);
        Assert.DoesNotContain(lines, l => l.Value?.Written == "9999");
    }

    private static IEnumerable<TestResult> Flat(TestResult line) => line.Members.SelectMany(Flat).Prepend(line);
}
