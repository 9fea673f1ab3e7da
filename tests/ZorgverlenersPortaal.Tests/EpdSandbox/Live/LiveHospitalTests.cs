using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.EpdSandbox.Live;

namespace ZorgverlenersPortaal.Tests.EpdSandbox.Live;

public sealed class LiveHospitalTests
{
    [Fact]
    public async Task Step_ThreeTimes_AdmitsTransfersAndDischargesAPatientOfTheFirstGp()
    {
        var sandbox = new RunningSandbox();
        await sandbox.InitializeAsync();
        var hospital = sandbox.App.Services.GetRequiredService<LiveHospital>();

        var admitted = hospital.Step()!;
        Assert.Equal("admitted", admitted.Kind);
        Assert.Equal("in-progress", await StatusAsync(sandbox, admitted));
        Assert.Contains(
            (await sandbox.ControlAsync("patients?gp=01056789")),
            row =>
                string.Equals(row!["id"]!.GetValue<string>(), admitted.Patient, StringComparison.Ordinal)
                && row["state"]!.GetValue<string>() is "admitted");

        sandbox.Clock.Advance(TimeSpan.FromHours(2));
        var moved = hospital.Step()!;
        Assert.Equal(("transferred", admitted.Encounter), (moved.Kind, moved.Encounter));
        Assert.NotEqual(admitted.Ward, moved.Ward, StringComparer.Ordinal);
        var places = (await sandbox.GetAsync("Encounter/" + moved.Encounter))["location"]!.AsArray();
        Assert.Equal(
            ["completed", "completed", "active", "active"],
            places.Select(place => place!["status"]!.GetValue<string>()),
            StringComparer.Ordinal);

        sandbox.Clock.Advance(TimeSpan.FromHours(20));
        var discharged = hospital.Step()!;
        var stay = await sandbox.GetAsync("Encounter/" + discharged.Encounter);
        Assert.Equal(
            ("discharged", admitted.Encounter, "finished"),
            (discharged.Kind, discharged.Encounter, stay["status"]!.GetValue<string>()));
        Assert.Equal("2026-11-23T08:00:00+01:00", stay["period"]!["end"]!.GetValue<string>());
        Assert.Equal("3", stay["meta"]!["versionId"]!.GetValue<string>());
        Assert.Single(
            RunningSandbox.Resources(
                await sandbox.GetAsync($"DocumentReference?patient={discharged.Patient}&type=11071000146104")));
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Step_SameHospital_GoesTheSameWay()
    {
        var (one, two) = (new RunningSandbox(), new RunningSandbox());
        await one.InitializeAsync();
        await two.InitializeAsync();
        var (first, second) = (
            one.App.Services.GetRequiredService<LiveHospital>(),
            two.App.Services.GetRequiredService<LiveHospital>());
        for (var step = 0; step < 12; step++)
        {
            Assert.Equal(first.Step(), second.Step());
        }

        await one.DisposeAsync();
        await two.DisposeAsync();
    }

    [Fact]
    public async Task Step_UntilNobodyIsLeft_GoesOnWithoutFailing()
    {
        var sandbox = new RunningSandbox { Arguments = ["--patients", "20"] };
        await sandbox.InitializeAsync();
        var hospital = sandbox.App.Services.GetRequiredService<LiveHospital>();
        Assert.Null(Enumerable.Range(0, 200).Select(_ => hospital.Step()).Last());
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task LastUpdated_AfterAStep_FindsOnlyWhatChanged()
    {
        var sandbox = new RunningSandbox();
        await sandbox.InitializeAsync();
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        var step = sandbox.App.Services.GetRequiredService<LiveHospital>().Step()!;
        var changed = RunningSandbox.Resources(
            await sandbox.GetAsync("Encounter?_lastUpdated=ge2026-11-22T10:01:00%2B01:00"));
        Assert.Equal(step.Encounter, RunningSandbox.Id(Assert.Single(changed)));
        await sandbox.DisposeAsync();
    }

    private static async Task<string> StatusAsync(RunningSandbox sandbox, LiveEvent happened)
    {
        JsonObject stay = await sandbox.GetAsync("Encounter/" + happened.Encounter);
        return stay["status"]!.GetValue<string>();
    }
}
