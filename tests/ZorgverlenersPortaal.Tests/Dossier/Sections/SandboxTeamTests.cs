using ZorgverlenersPortaal.Dossier.Sections.Alerts;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Dossier.Sections.Team;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

/// <summary>Alerts, care teams and who ordered, of every patient of one practice, from the synthetic hospital.</summary>
public sealed class SandboxTeamTests
{
    [Fact]
    public async Task Read_EveryPatientOfAPractice_GivesWhatTheHospitalHas()
    {
        await using var epd = await SandboxEpd.StartAsync();
        await using var dossier = await TestDossier.StartAsync(o => o.BaseAddress = epd.Address);
        var (alerts, teams, results) = (new List<Alert>(), new List<TeamOverview>(), new List<ResultOverview>());
        foreach (var patient in await epd.PatientsAsync(PortalFixture.Agb))
        {
            if ((await dossier.OpenAsync(patient.Id, PortalFixture.Agb)).Grant is not { } grant)
            {
                continue;
            }
            var (flags, team) = (await dossier.Reader.ReadAlerts(grant, default).ShowAsync(), await dossier.Reader.ReadTeam(grant, default).ShowAsync());
            Assert.False(flags.IsIncomplete || team.IsIncomplete, patient.Id);
            alerts.AddRange(flags.Content!);
            teams.Add(team.Content!);
            results.Add((await dossier.Reader.ReadResults(grant, default).ShowAsync()).Content!);
        }

        Assert.Contains(alerts, a => a is { Kind: AlertKind.Infection, IsCurrent: false, State: AlertState.Ended } or { Kind: AlertKind.Infection, IsCurrent: true });
        Assert.DoesNotContain(alerts, a => a.IsNotUnderstood);
        Assert.All(teams, t => Assert.DoesNotContain(t.Members, m => m.Name is null));
        Assert.Contains(teams, t => t.Members.Any(m => m is { Origin: TeamOrigin.Admission, Role: "Hoofdbehandelaar", Phone: not null, Organization: not null }));
        Assert.Contains(teams, t => t.Members.Any(m => m is { Origin: TeamOrigin.CareTeam, Team: not null, Name: not null }));
        Assert.Contains(teams, t => t.Contacts.Any(c => c is { IsFirst: true, Phones.Count: 1, Relationship: not null }));
        Assert.All(results, r => Assert.Equal((null, false), (r.RequestsFailure, r.IsWithoutRequests)));
    }
}
