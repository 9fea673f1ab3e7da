using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.EpdSandbox;
using ZorgverlenersPortaal.EpdSandbox.Server;
using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.Tests.EpdSandbox.Hospital;

public sealed class HospitalBuilderTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [Theory]
    [InlineData("01056789", 5, 4)]
    [InlineData("01056790", 3, 1)]
    [InlineData("84012345", 1, 0)]
    [InlineData("84054321", 1, 0)]
    public void DevelopmentDoctor_Patients_AreAdmittedAndDischargedAsPromised(string agb, int admitted, int discharged)
    {
        var patients = Truth(sandbox).Patients(agb);
        Assert.True(patients.Count(patient => patient.State is "admitted") >= admitted);
        var since = RunningSandbox
            .Start.AddDays(-14)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(
            patients.Count(patient =>
                patient is { State: "discharged", Encounter: { } stay } && string.CompareOrdinal(stay.End, since) > 0
            ) >= discharged);
    }

    [Fact]
    public void FirstGp_Directives_AreOfEveryKind()
    {
        var consents = Truth(sandbox)
            .Patients("01056789")
            .SelectMany(patient => patient.Directives)
            .Select(id => Store(sandbox).Find("Consent", id)!)
            .Select(consent => JsonNode.Parse(consent.Json.Span)!)
            .ToList();
        Func<JsonNode, bool>[] kinds =
        [
            consent =>
                consent["provision"]?["type"]?.GetValue<string>() is "permit" && consent["modifierExtension"] is null,
            consent => consent["provision"]?["type"]?.GetValue<string>() is "deny",
            consent =>
                Modifier(consent).EndsWith("SpecificationOther", StringComparison.Ordinal)
                && consent["provision"]!["type"] is null,
            consent =>
                Modifier(consent).EndsWith("SpecificationOther", StringComparison.Ordinal)
                && consent["provision"]!["type"] is not null,
            consent => Modifier(consent).StartsWith("https://drechtoever.example/", StringComparison.Ordinal),
            consent =>
                consent["status"]!.GetValue<string>() is "active"
                && consent["provision"]?["period"]?["end"] is not null,
            consent => consent["status"]!.GetValue<string>() is "inactive",
            consent => consent["status"]!.GetValue<string>() is "entered-in-error",
            consent => consent["category"]![0]!["coding"]![0]!["code"]!.GetValue<string>() is "acd",
            consent => consent["provision"]!["code"]![0]!["coding"]![0]!["code"]!.GetValue<string>() is "DIAL",
        ];
        Assert.All(kinds, kind => Assert.Contains(consents, consent => kind(consent)));
    }

    [Fact]
    public void SameSeed_SameDay_GivesTheSameHospital()
    {
        var options = new SandboxOptions { Patients = 30 };
        Assert.Equal(Fill(options), Fill(options));
        Assert.NotEqual(Fill(options), Fill(options with { Seed = 5 }));
    }

    [Fact]
    public void AnyDay_ListsAreNeverEmpty()
    {
        foreach (
            var day in new[] { "2026-01-01T00:05:00+01:00", "2026-03-29T03:00:00+02:00", "2028-02-29T23:59:00+01:00" })
        {
            var clock = new HeldClock(DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
            using var app = (IDisposable)SandboxApplication.Create(["--patients", "20"], clock);
            var truth = ((Microsoft.AspNetCore.Builder.WebApplication)app).Services.GetRequiredService<GroundTruth>();
            Assert.True(truth.Patients("01056789").Count(patient => patient.State is "admitted") >= 5);
        }
    }

    [Fact]
    public void Bsns_AllPatients_PassTheElevenTestAndOnlyTheDoublesShareOne()
    {
        var rows = Truth(sandbox).Patients(null);
        Assert.All(rows, row => Assert.True(ZorgverlenersPortaal.EpdSandbox.Hospital.BsnList.Passes(row.Bsn)));
        var shared = rows.GroupBy(row => row.Bsn, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group.Select(row => row.Id));
        Assert.Equal(
            ["pat-double", "pat-double-second", "pat-merged", "pat-merged-old"],
            shared.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void References_OfEveryResource_LeadSomewhereButTheOnePromisedNotTo()
    {
        var store = Store(sandbox);
        var broken = store
            .Types.SelectMany(store.All)
            .SelectMany(resource =>
                resource
                    .Values.Where(value =>
                        value.System.Length > 0
                        && char.IsAsciiLetterUpper(value.System[0])
                        && value.Parameter is not ("status" or "class")
                        && store.Find(value.System, value.Code) is null)
                    .Select(value => value.System + "/" + value.Code));
        Assert.Equal(["Medication/med-bestaat-niet"], broken.Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static string Modifier(JsonNode consent) =>
        consent["modifierExtension"]?[0]?["url"]?.GetValue<string>() ?? "";

    private static GroundTruth Truth(RunningSandbox sandbox) => sandbox.App.Services.GetRequiredService<GroundTruth>();

    private static ResourceStore Store(RunningSandbox sandbox) =>
        sandbox.App.Services.GetRequiredService<ResourceStore>();

    private static List<string> Fill(SandboxOptions options)
    {
        var store = new ResourceStore();
        ZorgverlenersPortaal.EpdSandbox.Hospital.HospitalBuilder.Fill(
            store,
            options,
            new(new HeldClock(RunningSandbox.Start)));
        return
        [
            .. store
                .Types.SelectMany(store.All)
                .Select(resource => System.Text.Encoding.UTF8.GetString(resource.Json.Span)),
        ];
    }
}
