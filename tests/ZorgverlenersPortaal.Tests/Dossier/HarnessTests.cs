using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier;

public sealed class HarnessTests
{
    [Fact]
    public async Task Open_OwnPatient_IsGrantedOverRealHttpAndRecorded()
    {
        await using var dossier = await TestDossier.StartWithPatientAsync();

        var access = await dossier.OpenAsync();
        var banner = await dossier.Reader.OpenAsync(dossier.Reader.Start(access.Grant!, default));

        Assert.Equal(AccessVerdict.Granted, access.Decision.Verdict);
        Assert.Equal("Test-p1, J.", banner.Name);
        Assert.Equal(AuditEventType.PatientOpened, Assert.Single(dossier.Records).Event);
        Assert.Contains("GET Practitioner/gp1", dossier.Epd.Lines);
    }

    [Fact]
    public void Advance_SeveralTimers_FireInOrderAtTheirMoment()
    {
        var clock = new FakeClock();
        var start = clock.GetUtcNow();
        var fired = new List<(string, TimeSpan)>();
        using var late = clock.CreateTimer(_ => fired.Add(("late", clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var often = clock.CreateTimer(_ => fired.Add(("often", clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.5));
        using var never = clock.CreateTimer(_ => fired.Add(("never", default)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal([("often", TimeSpan.FromSeconds(1)), ("often", TimeSpan.FromSeconds(2.5)), ("late", TimeSpan.FromSeconds(3))], fired);
    }
}
